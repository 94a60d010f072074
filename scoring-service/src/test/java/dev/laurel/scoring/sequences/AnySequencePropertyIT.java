package dev.laurel.scoring.sequences;

import static dev.laurel.scoring.sequences.WholeLedger.PROGRAM;
import static dev.laurel.scoring.sequences.WholeLedger.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.scoring.budgets.Budget;
import dev.laurel.scoring.exchanges.Bureau;
import dev.laurel.scoring.exchanges.Exchange;
import dev.laurel.scoring.jobs.schedule.NightWatch;
import dev.laurel.scoring.ledger.Book;
import dev.laurel.scoring.ledger.Instructing;
import dev.laurel.scoring.ledger.Instruction;
import dev.laurel.scoring.ledger.Journal;
import dev.laurel.scoring.ledger.Member;
import dev.laurel.scoring.ledger.MemberWallet;
import dev.laurel.scoring.ledger.Move;
import dev.laurel.scoring.ledger.Origin;
import dev.laurel.scoring.ledger.Outcome;
import dev.laurel.scoring.ledger.jobs.DueTerms;
import dev.laurel.scoring.lots.Shortfall;
import dev.laurel.scoring.lots.Term;
import dev.laurel.scoring.programs.ExchangePlan;
import dev.laurel.scoring.reports.AccountTotal;
import dev.laurel.scoring.reports.AsOf;
import dev.laurel.scoring.reports.Reports;
import dev.laurel.scoring.spending.Answer;
import dev.laurel.scoring.spending.Till;
import dev.laurel.scoring.spending.jobs.TimeOuts;
import dev.laurel.testinfra.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * Earning, returning, holding, spending, giving back and exchanging, with budgets and tiers, events
 * that are late or come again, and the service's jobs at whatever clock: what has to hold does
 * after every step. {@code -Dlaurel.seed} repeats a run.
 */
class AnySequencePropertyIT {

    private static final long SEED = Long.getLong("laurel.seed", System.nanoTime());
    private static final int STEPS = 180;
    private static final List<Member> MEMBERS =
            List.of(new Member(PROGRAM, "ann"), new Member(PROGRAM, "bob"));

    /** What the books said at a step. */
    private record Recorded(Instant step, List<AccountTotal> books, List<AccountTotal> ofAnn) {}

    private final List<Instruction> told = new ArrayList<>();
    private final List<UUID> holds = new ArrayList<>();
    private final List<Recorded> recorded = new ArrayList<>();

    @RepeatedTest(3)
    void keepsWhatHasToHold(RepetitionInfo repetition) {
        // Given
        long seed = SEED + repetition.getCurrentRepetition();
        Random random = new Random(seed);
        // Clocks of the zone go forward on 14 March.
        MutableClock clock = MutableClock.at("2027-02-20T12:00:00Z");
        try (WholeLedger ledger = new WholeLedger(clock)) {
            ledger.part(NightWatch.class).run();
            for (int i = 0; i < STEPS; i++) {
                // When
                clock.advance(pause(random));
                String step = "step %d of seed %d: ".formatted(i, seed);
                step += step(ledger, random, i);

                // Then
                assertThat(faults(ledger)).as(step).isEmpty();
                recorded.add(books(ledger, clock.instant()));
            }

            // When
            clock.advance(Duration.ofDays(60));
            ledger.part(TimeOuts.class).run();
            ledger.part(DueTerms.class).run();
            ledger.part(NightWatch.class).run();

            // Then
            for (Recorded then : recorded) {
                assertThat(books(ledger, then.step())).as("seed %d", seed).isEqualTo(then);
            }
            assertThat(faults(ledger)).as("seed %d", seed).isEmpty();
            assertThat(
                            ledger.database.number(
                                    "SELECT coalesce(sum(pending + open + held), 0) FROM lot"))
                    .as("points that have not ended, seed %d", seed)
                    .isZero();
            assertThat(
                            ledger.database.number(
                                    "SELECT sum(faults + discrepancies) FROM integrity_check"))
                    .as("nightly checks, seed %d", seed)
                    .isZero();
            assertThat(ledger.database.number("SELECT count(*) FROM hold")).isPositive();
            assertThat(ledger.database.number("SELECT sum(expired) FROM lot")).isPositive();
        }
    }

    /** What does not hold, each with what it is about. */
    private static List<String> faults(WholeLedger ledger) {
        return ledger.database.jdbc().sql(Faults.SQL).query((row, _) -> row.getString(1)).list();
    }

    private static Recorded books(WholeLedger ledger, Instant step) {
        Reports reports = ledger.part(Reports.class);
        AsOf knownThen = new AsOf(step, step);
        return new Recorded(
                step,
                reports.accounts(PROGRAM, knownThen),
                reports.accounts(PROGRAM, "ann", knownThen));
    }

    /** A moment, some minutes, or days. */
    private static Duration pause(Random random) {
        return switch (random.nextInt(4)) {
            case 0, 1 -> Duration.of(1, ChronoUnit.MICROS);
            case 2 -> Duration.ofHours(random.nextInt(1, 24));
            default -> Duration.ofMinutes(random.nextInt(1, 300));
        };
    }

    private String step(WholeLedger ledger, Random random, int i) {
        Instant now = ledger.clock.instant();
        Member member = any(random, MEMBERS);
        MemberWallet stars = new MemberWallet(member, "stars");
        Till till = ledger.part(Till.class);
        return switch (random.nextInt(14)) {
            case 0, 1, 2 -> book(ledger, give(random, i, member, now));
            case 3 -> book(ledger, takeBack(random, i, now));
            case 4 -> again(ledger, random);
            case 5, 6, 7 -> {
                UUID id = Instructing.id("hold-" + i);
                Duration patience = Duration.ofMinutes(random.nextInt(1, 6_000));
                long points = random.nextInt(1, 60);
                Answer answer =
                        in(ledger, () -> till.place(id, stars, points, null, null, patience, now));
                if (answer instanceof Answer.Done) {
                    holds.add(id);
                }
                yield answer.toString();
            }
            case 8 ->
                    ofHold(ledger, random, hold -> till.confirm(PROGRAM, hold, part(random), now));
            case 9 -> ofHold(ledger, random, hold -> till.release(PROGRAM, hold, now));
            case 10 ->
                    ofHold(
                            ledger,
                            random,
                            hold ->
                                    till.refund(
                                            PROGRAM,
                                            hold,
                                            Instructing.id("refund-" + i),
                                            part(random),
                                            now));
            case 11 -> {
                ExchangePlan plan = new ExchangePlan("fly", "stars", 5, "miles", 2);
                Exchange exchange =
                        new Exchange(
                                Instructing.id("exchange-" + i),
                                Instructing.id("exchange-to-" + i),
                                member,
                                plan,
                                5L * random.nextInt(1, 6),
                                now);
                yield in(ledger, () -> ledger.part(Bureau.class).book(exchange)).toString();
            }
            case 12 -> {
                ledger.part(TimeOuts.class).run();
                yield "time-outs";
            }
            default -> {
                if (random.nextBoolean()) {
                    ledger.part(DueTerms.class).run();
                    yield "terms";
                }
                ledger.part(NightWatch.class).run();
                yield "nights";
            }
        };
    }

    private Instruction give(Random random, int i, Member member, Instant now) {
        String event = "purchase-" + i;
        Instant time =
                random.nextInt(4) == 0 ? now.minus(Duration.ofHours(random.nextInt(90))) : now;
        Instant activates =
                random.nextBoolean() ? time : time.plus(Duration.ofHours(random.nextInt(24 * 10)));
        Term term = new Term(activates, activates.plus(Duration.ofDays(1 + random.nextInt(30))));
        List<Budget> budgets =
                random.nextBoolean()
                        ? List.of()
                        : List.of(
                                new Budget("some", 1_200, Budget.Exhausted.TRIM),
                                new Budget("few", 700, Budget.Exhausted.REFUSE));
        Instruction given =
                instruction(
                        member,
                        event,
                        time,
                        new Move.Give(
                                Instructing.id(event),
                                "stars",
                                random.nextInt(1, 90),
                                Instructing.BASE_EARN,
                                null,
                                null,
                                term,
                                budgets));
        told.add(given);
        return given;
    }

    private @Nullable Instruction takeBack(Random random, int i, Instant now) {
        List<Instruction> given =
                told.stream().filter(each -> each.moves().getFirst() instanceof Move.Give).toList();
        if (given.isEmpty()) {
            return null;
        }
        Instruction purchase = any(random, given);
        Instruction taken =
                instruction(
                        purchase.member(),
                        "return-" + i,
                        now,
                        new Move.Take(
                                Instructing.id("return-" + i),
                                "stars",
                                random.nextInt(1, 30),
                                Instructing.BASE_EARN,
                                null,
                                null,
                                purchase.moves().getFirst().effect(),
                                any(random, List.of(Shortfall.values()))));
        told.add(taken);
        return taken;
    }

    private static Instruction instruction(Member member, String event, Instant time, Move move) {
        return new Instruction(
                member,
                Math.floorMod(member.hashCode(), 3),
                new Origin(
                        Instructing.id("decision-" + event),
                        1,
                        move instanceof Move.Take,
                        "/shop",
                        event,
                        time,
                        LocalDate.ofInstant(time, ZONE),
                        null),
                List.of(move));
    }

    private static String book(WholeLedger ledger, @Nullable Instruction instruction) {
        if (instruction == null) {
            return "nothing to return";
        }
        Journal journal = ledger.part(Journal.class);
        return in(
                ledger,
                () -> {
                    Book book = journal.open(List.of(instruction), ledger.clock.instant());
                    assertThat(book.book(instruction)).isInstanceOf(Outcome.Booked.class);
                    journal.append(book);
                    return instruction.toString();
                });
    }

    /** The same decision comes again: no points move but what was due anyway. */
    private String again(WholeLedger ledger, Random random) {
        if (told.isEmpty()) {
            return "nothing was told yet";
        }
        ledger.part(DueTerms.class).run();
        long before = ledger.database.number("SELECT count(*) FROM posting");
        String again = "again: " + book(ledger, any(random, told));
        assertThat(ledger.database.number("SELECT count(*) FROM posting"))
                .as(again)
                .isEqualTo(before);
        return again;
    }

    private interface OfHold {
        Answer on(UUID hold);
    }

    private String ofHold(WholeLedger ledger, Random random, OfHold change) {
        return holds.isEmpty()
                ? "no hold yet"
                : in(ledger, () -> change.on(any(random, recent()))).toString();
    }

    /** Others have ended. */
    private List<UUID> recent() {
        return holds.subList(Math.max(0, holds.size() - 4), holds.size());
    }

    private static <T> T in(WholeLedger ledger, Supplier<T> work) {
        T result = ledger.database.transactions().execute(_ -> work.get());
        if (result == null) {
            throw new AssertionError("Expected a result, but there was none.");
        }
        return result;
    }

    private static @Nullable Long part(Random random) {
        return random.nextBoolean() ? null : Long.valueOf(random.nextInt(1, 60));
    }

    private static <T> T any(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
