package dev.laurel.scoring.integrity.jdbc;

import static dev.laurel.scoring.ledger.Booking.happened;
import static dev.laurel.scoring.ledger.Instructing.id;
import static dev.laurel.scoring.ledger.Instructing.move;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.laurel.scoring.LedgerDatabase;
import dev.laurel.scoring.chain.Digests;
import dev.laurel.scoring.chain.Hash;
import dev.laurel.scoring.chain.Head;
import dev.laurel.scoring.chain.Link;
import dev.laurel.scoring.integrity.Fault;
import dev.laurel.scoring.integrity.Fault.Kind;
import dev.laurel.scoring.integrity.Verification.Part;
import dev.laurel.scoring.journal.jdbc.EntryRow;
import dev.laurel.scoring.ledger.Booking;
import dev.laurel.scoring.ledger.Instruction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A superuser goes around the triggers. Every test has a program of its own. */
class TamperingIT {

    private static final Instant START = Instant.parse("2011-12-01T08:00:00Z");
    private static final AtomicInteger PROGRAMS = new AtomicInteger();
    private static final LedgerDatabase database = LedgerDatabase.create();
    private static final Booking booking = new Booking(database);
    private static final JdbcVerification verification = new JdbcVerification(database.jdbc());

    private final String program = "club-" + PROGRAMS.incrementAndGet();

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    /** Five links in stripe 0 and five in stripe 1, of four postings each, two at one instant. */
    private void book() {
        for (int i = 0; i < 5; i++) {
            List<Instruction> batch = new ArrayList<>();
            for (int stripe = 0; stripe < 2; stripe++) {
                for (int j = 0; j < 2; j++) {
                    String event = "%s-%d-%d-%d".formatted(program, i, stripe, j);
                    batch.add(
                            happened(
                                    program,
                                    "member-%d-%d".formatted(stripe, j),
                                    stripe,
                                    START.minusSeconds(i),
                                    event,
                                    move(event + "-a", 10),
                                    move(event + "-b", "miles", 3)));
                }
            }
            booking.book(START.plusSeconds(i / 2), batch.toArray(Instruction[]::new));
        }
    }

    private List<Fault> faults(int atATime) {
        List<Fault> faults = new ArrayList<>();
        long after = 0;
        long links = 0;
        while (true) {
            Part part = verification.links(program, after, atATime);
            faults.addAll(part.faults());
            links += part.links();
            if (part.next() == null) {
                break;
            }
            after = part.next();
        }
        assertThat(links).isPositive();
        faults.addAll(verification.rest(program));
        return faults;
    }

    private void tamper(String... statements) {
        database.transactions()
                .executeWithoutResult(_ -> {
                    database.jdbc().sql("SET LOCAL session_replication_role = replica").update();
                    for (String statement : statements) {
                        assertThat(database.jdbc().sql(statement).update()).isPositive();
                    }
                });
    }

    private String victim(int link) {
        return id("%s-%d-1-0-a".formatted(program, link)).toString();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10, 100})
    void findsNothingWhereNobodyTampered(int atATime) {
        // Given
        book();

        // Then
        assertThat(faults(atATime)).isEmpty();
        assertThat(verification.heads(program))
                .extracting(Head::stripe, Head::number)
                .containsExactly(tuple(0, 5L), tuple(1, 5L));
    }

    @Test
    void chainsHaveNoForksHoweverManyBookAtOnce() throws Exception {
        // Given
        List<Callable<Integer>> writers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String event = program + "-" + i;
            Instant at = START.plusSeconds(i % 7);
            Instruction instruction =
                    happened(program, "member-" + i % 9, i % 2, START, event, move(event, 1));
            writers.add(() -> booking.book(at, instruction).size());
        }

        // When
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (Future<Integer> booked : threads.invokeAll(writers)) {
                assertThat(booked.get()).isEqualTo(1);
            }
        }

        // Then
        assertThat(faults(100)).isEmpty();
        assertThat(verification.heads(program).stream().mapToLong(Head::number).sum())
                .isEqualTo(60);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amount = amount + 1",
                "debit = 'issuance:rule:other'",
                "credit = 'held'",
                "wallet = 'gold'",
                "member = 'somebody'",
                "sequence = 99",
                "balance_after = 0",
                "earned_after = 0",
                "cause_kind = 'challenge'",
                "cause_id = 'other'",
                "decision = NULL, version = NULL",
                "version = 4",
                "event_source = '/elsewhere'",
                "event_id = 'other'",
                "event_time = event_time + interval '1 microsecond'",
                "local_date = local_date + 1",
                "recorded_at = recorded_at + interval '1 day'",
                "id = gen_random_uuid()",
                "channel = 'web'",
                "digest = 0"
            })
    void namesThePostingThatWasChanged(String change) {
        // Given
        book();
        String victim = victim(2);
        String later = victim(4);

        // When
        tamper(
                "UPDATE posting SET amount = 9999 WHERE id = '%s'".formatted(later),
                "UPDATE posting SET %s WHERE id = '%s'".formatted(change, victim));

        // Then
        List<Fault> faults = faults(100);
        assertThat(faults).hasSize(2).extracting(Fault::kind).containsOnly(Kind.POSTING_CHANGED);
        Fault first = faults.getFirst();
        assertThat(first.stripe()).isEqualTo(1);
        assertThat(first.number()).isEqualTo(3);
        if (!change.startsWith("id")) {
            assertThat(first.posting()).hasToString(victim);
        }
        assertThat(faults.getLast().posting()).hasToString(later);
    }

    @Test
    void saysWhichPostingIsGone() {
        // Given
        book();

        // When
        tamper("DELETE FROM posting WHERE id = '%s'".formatted(victim(2)));

        // Then
        List<Fault> faults = faults(3);
        assertThat(faults)
                .extracting(Fault::kind)
                .containsExactly(Kind.POSTING_MISSING, Kind.POSTING_MISSING);
        assertThat(faults.getFirst().detail())
                .isEqualTo(
                        "Expected 4 postings of link 3 of stripe 1, booked at 2011-12-01T08:00:01Z, but there are 3.");
        assertThat(faults.getLast().detail())
                .isEqualTo("Expected posting number 5 of member 'member-1-0', but there is none.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"link", "0"})
    void namesAPostingThatWasNeverBooked(String link) {
        // Given
        book();

        // When
        tamper(
                """
                INSERT INTO posting
                    (id, program, member, sequence, wallet, debit, credit, amount, balance_after,
                     earned_after, cause_kind, cause_id, decision, version, event_source, event_id,
                     event_time, local_date, recorded_at, link, digest)
                SELECT '%s', program, member, 77, wallet, debit, credit, amount, balance_after,
                       earned_after, cause_kind, cause_id, decision, version, event_source,
                       event_id, event_time, local_date, recorded_at, %s, digest
                FROM posting WHERE id = '%s'
                """
                        .formatted(id(program + "-forged"), link, victim(2)));

        // Then
        List<Fault> faults = faults(100);
        assertThat(faults)
                .anySatisfy(fault -> {
                    assertThat(fault.kind()).isIn(Kind.POSTING_ADDED, Kind.POSTING_CHANGED);
                    assertThat(fault.posting()).isEqualTo(id(program + "-forged"));
                });
    }

    @Test
    void showsALinkThatWasMadeToFitWhatWasChanged() {
        // Given
        book();
        rewrite(3);

        // Then
        List<Fault> faults = faults(100);
        assertThat(faults).extracting(Fault::kind).containsExactly(Kind.LINK_CHANGED);
        assertThat(faults.getFirst().number()).isEqualTo(3);
        assertThat(faults.getFirst().stripe()).isEqualTo(1);
    }

    @Test
    void showsTheLastLinkWhenItWasMadeToFit() {
        // Given
        book();
        rewrite(5);

        // Then
        assertThat(faults(100)).extracting(Fault::kind).containsExactly(Kind.LINK_MISSING);
    }

    /** Changes a posting, then its digest and its link so that they agree again. */
    private void rewrite(long number) {
        Link link = verification.link(program, 1, number).orElseThrow();
        tamper(
                "UPDATE posting SET amount = 9999 WHERE id = '%s'"
                        .formatted(victim((int) number - 1)));
        Digests digests = new Digests();
        List<byte[]> all =
                database
                        .jdbc()
                        .sql("SELECT * FROM posting WHERE link = ?")
                        .param(link.id())
                        .query((row, _) -> EntryRow.read(row))
                        .list()
                        .stream()
                        .map(entry -> {
                            byte[] digest = digests.of(entry);
                            tamper(
                                    "UPDATE posting SET digest = %d WHERE id = '%s'"
                                            .formatted(Digests.shortened(digest), entry.id()));
                            return digest;
                        })
                        .toList();
        Hash hash = digests.of(link.previous(), program, 1, number, link.recordedAt(), all);
        tamper("UPDATE chain_link SET hash = '\\x%s' WHERE id = %d".formatted(hash, link.id()));
    }

    @Test
    void showsALinkThatIsGoneWithItsPostings() {
        // Given
        book();
        Link link = verification.link(program, 1, 3).orElseThrow();

        // When
        tamper(
                "DELETE FROM posting WHERE link = " + link.id(),
                "DELETE FROM chain_link WHERE id = " + link.id());

        // Then
        List<Fault> faults = faults(100);
        assertThat(faults).extracting(Fault::kind).containsExactly(Kind.LINK_MISSING);
        assertThat(faults.getFirst().detail())
                .isEqualTo("Expected link 3 of stripe 1, but there is none.");
    }

    @Test
    void showsAChainThatWasCutOff() {
        // Given
        book();
        Link link = verification.link(program, 1, 5).orElseThrow();

        // When
        tamper(
                "DELETE FROM posting WHERE link = " + link.id(),
                "DELETE FROM chain_link WHERE id = " + link.id());

        // Then
        List<Fault> faults = faults(100);
        assertThat(faults).extracting(Fault::kind).containsExactly(Kind.LINK_MISSING);
        assertThat(faults.getFirst().detail())
                .isEqualTo(
                        "Expected the chain of stripe 1 to end with link 5 as its head knows it, but it ends with link 4.");
    }
}
