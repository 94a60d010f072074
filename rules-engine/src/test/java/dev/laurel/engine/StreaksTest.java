package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decisions.Decision;
import dev.laurel.engine.decisions.StreakDecision;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.state.MemberStateCodec;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Streaks: what keeps them up, what ends them, what they pay. */
class StreaksTest {

    private static final String SHOP =
            """
            program: shop
            timeZone: Europe/London
            wallets: [ { id: stars } ]
            events:
              visit: { kind: 'string?' }
              undo: { visit: string, reverses: { event: visit, by: event.data.visit } }
              restored: { day: string }
            streaks:
              - id: daily
                on: visit
                every: EVERY
                milestones: { 3: { stars: 10 }, 6: { stars: 20, badge: regular } }
                WORDS
            badges: [ { id: regular } ]
            """;

    private Club club = club("day", "");

    @Test
    void countsPeriodsInARow() {
        StreakDecision first = visit("2026-03-10");
        assertThat(first.before()).isZero();
        assertThat(first.after()).isEqualTo(1);

        StreakDecision second = visit("2026-03-11");

        assertThat(second.before()).isEqualTo(1);
        assertThat(second.after()).isEqualTo(2);
        assertThat(second.longest()).isEqualTo(2);
        assertThat(second.since()).isEqualTo(LocalDate.parse("2026-03-10"));
        assertThat(second.last()).isEqualTo(LocalDate.parse("2026-03-11"));
        assertThat(second.deadlines()).containsExactly(Instant.parse("2026-03-13T00:00:00Z"));
    }

    @Test
    void saysNothingOfASecondVisitInThePeriod() {
        visit("2026-03-10");

        assertThat(club.send(event("again", "2026-03-10")).streaks()).isEmpty();
    }

    @Test
    void beginsAgainAfterAMissedPeriod() {
        visits("2026-03-10", 5);

        StreakDecision after = visit("2026-03-16");

        assertThat(after.before()).isEqualTo(5);
        assertThat(after.after()).isEqualTo(1);
        assertThat(after.longest()).isEqualTo(5);
        assertThat(after.since()).isEqualTo(LocalDate.parse("2026-03-16"));
    }

    @Test
    void paysEachRunThatReachesAMilestone() {
        visits("2026-03-10", 2);
        assertThat(stars()).isZero();

        visit("2026-03-12");
        assertThat(stars()).isEqualTo(10);
        visits("2026-03-13", 10);
        assertThat(stars()).isEqualTo(30);
        assertThat(club.badges("alice")).containsExactly("regular");

        visits("2026-04-01", 3);
        assertThat(stars()).isEqualTo(40);
    }

    @Test
    void paysTheFirstRunOnlyWhereItDoesNotRepeat() {
        club = club("day", "repeat: never");

        visits("2026-03-10", 3);
        visits("2026-04-01", 3);

        assertThat(stars()).isEqualTo(10);
    }

    @Test
    void growsTogetherWhenALateEventFillsTheGap() {
        visits("2026-03-10", 3);
        visits("2026-03-14", 3);
        assertThat(stars()).isEqualTo(20);

        StreakDecision repaired = visit("2026-03-13");

        assertThat(repaired.before()).isEqualTo(3);
        assertThat(repaired.after()).isEqualTo(7);
        assertThat(repaired.since()).isEqualTo(LocalDate.parse("2026-03-10"));
        // One run now: its milestones at 3 and 6, and the second payment for 3 goes back.
        assertThat(stars()).isEqualTo(30);
    }

    @Test
    void leavesWhatALateEventMadeTooMuchWhereItKeeps() {
        club = club("day", "onReturn: keep");
        visits("2026-03-10", 3);
        visits("2026-03-14", 3);

        visit("2026-03-13");

        assertThat(stars()).isEqualTo(40);
    }

    @Test
    void survivesOneReturnOfTwoEventsInAPeriod() {
        visits("2026-03-10", 3);
        club.send(event("again", "2026-03-11"));

        assertThat(undo("2026-03-11").streaks()).isEmpty();
        assertThat(stars()).isEqualTo(10);

        StreakDecision broken = streak(undo("again"));
        assertThat(broken.before()).isEqualTo(3);
        assertThat(broken.after()).isEqualTo(1);
        assertThat(broken.longest()).isEqualTo(1);
        assertThat(stars()).isZero();
    }

    @Test
    void takesBadgesBackAndPaysAgainOnceReachedAgain() {
        visits("2026-03-10", 6);

        undo("2026-03-12");
        assertThat(stars()).isEqualTo(10);
        assertThat(club.badges("alice")).isEmpty();

        club.send(event("another", "2026-03-12"));
        assertThat(stars()).isEqualTo(30);
        assertThat(club.badges("alice")).containsExactly("regular");
    }

    @Test
    void keepsWhatItPaidWhereItKeeps() {
        club = club("day", "onReturn: keep");
        visits("2026-03-10", 6);

        undo("2026-03-12");
        assertThat(stars()).isEqualTo(30);

        club.send(event("another", "2026-03-12"));
        assertThat(stars()).isEqualTo(30);
        assertThat(club.badges("alice")).containsExactly("regular");
    }

    @Test
    void leavesNothingOfAVisitThatWasUndone() {
        visit("2026-03-10");

        StreakDecision nothing = streak(undo("2026-03-10"));

        assertThat(nothing.after()).isZero();
        assertThat(nothing.since()).isNull();
        assertThat(nothing.deadlines()).isEmpty();
        assertThat(club.state("alice").streaks()).isEmpty();
    }

    @Test
    void waitsForAVisitThatIsUndoneAlready() {
        undo("2026-03-11");

        visit("2026-03-10");
        assertThat(club.send(event("2026-03-11", "2026-03-11")).streaks()).isEmpty();
        visit("2026-03-12");

        assertThat(stars()).isZero();
    }

    @Test
    void keepsUpForTheMemberThatForNames() {
        club = club("day", "for: \"'bob'\"");

        List<Decision> decisions = club.sendToAll(event("1", "2026-03-10"));

        assertThat(decisions).hasSize(2);
        assertThat(decisions.getFirst().streaks()).isEmpty();
        assertThat(decisions.getLast().streaks()).hasSize(1);
    }

    @Test
    void countsOnlyWhatMeetsTheCondition() {
        club = club("day", "when: has(event.data.kind) && event.data.kind == 'real'");

        assertThat(club.send(event("1", "2026-03-10")).streaks()).isEmpty();
        Event real =
                Events.of("visit", "2", Map.of("kind", "real")).at("2026-03-10T12:00:00Z").event();
        assertThat(club.send(real).streaks()).hasSize(1);
    }

    @Test
    void restoresADayThatSupportNames() {
        club = club("day", "restore: { on: restored, day: event.data.day }");
        visits("2026-03-10", 3);
        visits("2026-03-14", 2);

        StreakDecision restored = streak(club.send(restore("2026-03-13")));

        assertThat(restored.after()).isEqualTo(6);
        assertThat(stars()).isEqualTo(30);
    }

    @Test
    void restoresNoDayToCome() {
        club = club("day", "restore: { on: restored, day: event.data.day }");

        Decision tomorrow = club.send(restore("2026-05-02"));
        Decision never = club.send(restore("yesterday"));

        assertThat(tomorrow.streaks()).isEmpty();
        assertThat(tomorrow.failures())
                .singleElement()
                .satisfies(failure -> {
                    assertThat(failure.cause()).hasToString("streak:daily");
                    assertThat(failure.message())
                            .contains("2026-05-02 is not a day until 2026-05-01");
                });
        assertThat(never.failures()).hasSize(1);
    }

    @Test
    void beginsAnewWhenItsPeriodsChangeAndLeavesWhatItPaid() {
        visits("2026-03-10", 6);
        assertThat(stars()).isEqualTo(30);

        club.publish(program("week", ""));
        StreakDecision weekly = visit("2026-03-16");

        assertThat(weekly.before()).isZero();
        assertThat(weekly.after()).isEqualTo(1);
        assertThat(stars()).isEqualTo(30);
        undo("2026-03-12");
        assertThat(stars()).isEqualTo(30);
        visit("2026-03-23");
        visit("2026-03-30");
        assertThat(stars()).isEqualTo(40);
    }

    @Test
    void paysAMilestoneThatIsNewWithTheNextPeriod() {
        club.publish(program("day", "").replace("{ 3: { stars: 10 }, ", "{ "));
        visits("2026-03-10", 4);
        assertThat(stars()).isZero();

        club.publish(program("day", ""));
        visit("2026-03-14");

        assertThat(stars()).isEqualTo(10);
    }

    @Test
    void staysSmallOverAYearOfDailyVisits() {
        visits("2025-03-10", 365);
        int once = MemberStateCodec.encode(club.state("alice")).length;
        for (int i = 0; i < 365; i += 2) {
            String day = LocalDate.parse("2025-03-10").plusDays(i).toString();
            club.send(event("again " + i, day));
        }
        int twice = MemberStateCodec.encode(club.state("alice")).length;

        assertThat(once).isLessThan(100);
        assertThat(twice).isLessThan(100 + 365);
    }

    @Test
    void staysSmallOverAYearOfEverySecondDay() {
        for (int i = 0; i < 365; i += 2) {
            visit(LocalDate.parse("2025-03-10").plusDays(i).toString());
        }

        assertThat(MemberStateCodec.encode(club.state("alice"))).hasSizeLessThan(48 + 3 * 183);
    }

    @Test
    void refusesATimeBeyondAllCalendars() {
        Event event = Events.of("visit", "1", Map.of()).at("+60000-01-01T00:00:00Z").event();

        Decision decision = club.send(event);

        assertThat(decision.streaks()).isEmpty();
        assertThat(decision.failures()).hasSize(1);
    }

    private void visits(String first, int days) {
        for (int i = 0; i < days; i++) {
            visit(LocalDate.parse(first).plus(i, ChronoUnit.DAYS).toString());
        }
    }

    private StreakDecision visit(String day) {
        return streak(club.send(event(day, day)));
    }

    private Decision undo(String visit) {
        return club.send(
                Events.of("undo", "undo " + visit, Map.of("visit", visit))
                        .at("2026-05-01T12:00:00Z")
                        .event());
    }

    private static StreakDecision streak(Decision decision) {
        assertThat(decision.streaks()).hasSize(1);
        return decision.streaks().getFirst();
    }

    private static Event event(String id, String day) {
        return Events.of("visit", id, Map.of()).at(day + "T12:00:00Z").event();
    }

    private static Event restore(String day) {
        return Events.of("restored", "restore " + day, Map.of("day", day))
                .at("2026-05-01T12:00:00Z")
                .event();
    }

    private long stars() {
        return club.balance("alice", "stars");
    }

    private static Club club(String every, String words) {
        return new Club(Programs.program(program(every, words)));
    }

    private static String program(String every, String words) {
        return SHOP.replace("EVERY", every).replace("WORDS", words);
    }
}
