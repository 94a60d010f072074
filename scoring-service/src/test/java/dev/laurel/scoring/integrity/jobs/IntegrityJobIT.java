package dev.laurel.scoring.integrity.jobs;

import static dev.laurel.scoring.ledger.Booking.happened;
import static dev.laurel.scoring.ledger.Instructing.id;
import static dev.laurel.scoring.ledger.Instructing.move;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.scoring.RunningScoringService;
import dev.laurel.scoring.integrity.Checks;
import dev.laurel.scoring.jobs.Night;
import dev.laurel.scoring.jobs.Portion;
import dev.laurel.scoring.ledger.Book;
import dev.laurel.scoring.ledger.Instruction;
import dev.laurel.scoring.ledger.Journal;
import dev.laurel.servicetesting.ApiProbe;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The nightly check, and how what it finds reaches people. */
class IntegrityJobIT {

    private static final Instant NOW = Instant.parse("2011-12-01T08:00:00Z");
    private static final RunningScoringService service = RunningScoringService.start();
    private static final ApiProbe api = service.api();
    private static final TransactionTemplate transactions =
            new TransactionTemplate(service.bean(PlatformTransactionManager.class));
    private static final IntegrityJob job = service.bean(IntegrityJob.class);
    private static final Checks checks = service.bean(Checks.class);

    @AfterAll
    static void stopService() {
        service.close();
    }

    private static Night tonight(String program) {
        return new Night(program, LocalDate.now(ZoneOffset.UTC), ZoneOffset.UTC);
    }

    private static void book(String program, int bookings) {
        Journal journal = service.bean(Journal.class);
        for (int i = 0; i < bookings; i++) {
            String event = program + "-" + i;
            List<Instruction> batch =
                    List.of(happened(program, "ann", 0, NOW, event, move(event, 10)));
            Instant at = NOW.plusSeconds(i);
            transactions.executeWithoutResult(_ -> {
                Book book = journal.open(batch, at);
                batch.forEach(book::book);
                journal.append(book);
            });
        }
    }

    /** Runs a night's portions, each twice: the first time it dies before it commits. */
    private static int run(Night night) {
        int portions = 0;
        String after = null;
        do {
            String from = after;
            transactions.executeWithoutResult(transaction -> {
                job.work(night, from);
                transaction.setRollbackOnly();
            });
            Portion done = transactions.execute(_ -> job.work(night, from));
            if (done == null) {
                throw new AssertionError("Expected a portion, but there was none.");
            }
            portions++;
            after = done.next();
        } while (after != null);
        return portions;
    }

    private static void tamper(String sql) {
        transactions.executeWithoutResult(_ -> {
            service.jdbc().sql("SET LOCAL session_replication_role = replica").update();
            assertThat(service.jdbc().sql(sql).update()).isPositive();
        });
    }

    private static Checks.Check last(String program) {
        return checks.last(program).orElseThrow();
    }

    @Test
    void findsASoundLedgerSoundInSeveralPortions() {
        // Given
        book("sound-club", 450);

        // When
        int portions = run(tonight("sound-club"));

        // Then
        assertThat(portions).isEqualTo(3);
        Checks.Check check = last("sound-club");
        assertThat(check.postings()).isEqualTo(450);
        assertThat(check.faults()).isZero();
        assertThat(check.discrepancies()).isZero();
        assertThat(check.first()).isNull();
        assertThat(check.fingerprint().hex()).matches("[0-9a-f]{64}");
    }

    @Test
    void raisesTheAlarmWhenABalanceIsNotWhatItsPostingsSay() {
        // Given
        book("drift-club", 2);
        long before = api.get("/internal/status").get("ledgerFaults").asLong();
        tamper("UPDATE member_account SET balance = 21 WHERE program = 'drift-club'");
        tamper("UPDATE account_day SET debits = 7 WHERE program = 'drift-club' AND debits > 0");

        // When
        run(tonight("drift-club"));

        // Then
        Checks.Check check = last("drift-club");
        assertThat(check.faults()).isZero();
        assertThat(check.discrepancies()).isEqualTo(2);
        assertThat(check.first())
                .isEqualTo(
                        "Expected account member of wallet stars of member 'ann' to have 20 as its postings say, but it has 21.");
        assertThat(api.get("/internal/status").get("ledgerFaults").asLong()).isEqualTo(before + 2);
        assertThat(service.bean(MeterRegistry.class).get("laurel.ledger.faults").gauge().value())
                .isEqualTo(before + 2.0);
    }

    @Test
    void raisesTheAlarmWhenAPostingWasChanged() {
        // Given
        book("tampered-club", 3);
        tamper(
                "UPDATE posting SET event_id = 'x' WHERE id = '%s'"
                        .formatted(id("tampered-club-1")));

        // When
        run(tonight("tampered-club"));

        // Then
        assertThat(last("tampered-club").faults()).isEqualTo(1);
        assertThat(last("tampered-club").first())
                .startsWith(
                        "Expected posting %s (number 2 of member 'ann') as it was booked at"
                                .formatted(id("tampered-club-1")));
    }

    @Test
    void doesNotMakeUpForNightsThatAreOver() {
        // Given
        book("late-club", 1);

        // When
        run(new Night("late-club", LocalDate.parse("2011-12-02"), ZoneOffset.UTC));

        // Then
        assertThat(checks.last("late-club")).isEmpty();
    }

    @Test
    void anybodyMayVerifyOverHttpAndKeepTheHeads() {
        // Given
        RunningScoringService.publish("verified-club");
        book("verified-club", 5);
        String path = "/v1/programs/verified-club/ledger/verification?limit=2";

        // When
        JsonNode page = api.get(path);
        long postings = page.get("postings").asLong();
        int pages = 1;
        while (!page.get("next").isNull()) {
            assertThat(page.has("whole")).isFalse();
            page = api.get(path + "&cursor=" + page.get("next").asString());
            postings += page.get("postings").asLong();
            pages++;
        }

        // Then
        assertThat(pages).isEqualTo(3);
        assertThat(postings).isEqualTo(5);
        assertThat(page.get("faults").size()).isZero();
        String head = page.at("/whole/heads/0").asString();
        assertThat(head).matches("0:5:[0-9a-f]{64}");

        // When
        String all = "/v1/programs/verified-club/ledger/verification?limit=100&anchor=";
        book("verified-club", 6);
        JsonNode same = api.get(all + head);
        String other = head.substring(0, head.length() - 1) + (head.endsWith("0") ? "1" : "0");
        JsonNode rewritten = api.get(all + other);
        JsonNode gone = api.get(all + "0:99" + head.substring(3));

        // Then
        assertThat(same.get("faults").size()).isZero();
        assertThat(same.get("postings").asLong()).isEqualTo(6);
        assertThat(rewritten.at("/faults/0/kind").asString()).isEqualTo("link-changed");
        assertThat(gone.at("/faults/0/kind").asString()).isEqualTo("link-missing");
        assertThat(api.ask(all + "nonsense").status()).isEqualTo(400);
    }
}
