package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decisions.StreakDecision;
import dev.laurel.engine.events.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What lets a streak pass over periods without activity: freezes and pauses. */
class StreakFreezesTest {

    private static final String SHOP =
            """
            program: shop
            timeZone: Europe/London
            events:
              visit: { }
              undo: { visit: string, reverses: { event: visit, by: event.data.visit } }
            streaks:
              - id: streak
                on: visit
                every: EVERY
                WORDS
            """;

    private Club club = club("day", "freezes: { earnEvery: 4, max: 2 }");

    @Test
    void earnsAFreezeByEachFewActivePeriods() {
        assertThat(visits("2026-03-01", 3).freezes()).isZero();
        assertThat(visit("2026-03-04").freezes()).isEqualTo(1);
        assertThat(visits("2026-03-05", 3).freezes()).isEqualTo(1);
        assertThat(visit("2026-03-08").freezes()).isEqualTo(2);
    }

    @Test
    void holdsAtMostSoMany() {
        assertThat(visits("2026-03-01", 20).freezes()).isEqualTo(2);
    }

    @Test
    void takesAFreezeForAMissedPeriod() {
        visits("2026-03-01", 4);

        StreakDecision after = visit("2026-03-06");

        assertThat(after.after()).isEqualTo(5);
        assertThat(after.freezes()).isZero();
        assertThat(after.since()).isEqualTo(LocalDate.parse("2026-03-01"));
    }

    @Test
    void endsWhereMoreWasMissedThanThereAreFreezes() {
        visits("2026-03-01", 8);

        assertThat(visit("2026-03-11").after()).isEqualTo(9);
        assertThat(visit("2026-03-13").after()).isEqualTo(1);
        assertThat(visit("2026-03-14").freezes()).isZero();
    }

    @Test
    void givesTheFreezeBackWhenTheMissedPeriodIsFilled() {
        visits("2026-03-01", 4);
        assertThat(visit("2026-03-06").freezes()).isZero();

        StreakDecision repaired = visit("2026-03-05");

        assertThat(repaired.after()).isEqualTo(6);
        assertThat(repaired.freezes()).isEqualTo(1);
        assertThat(undo("2026-03-05").freezes()).isZero();
    }

    @Test
    void repairsAStreakThatHadEnded() {
        visits("2026-03-01", 4);
        assertThat(visit("2026-03-07").after()).isEqualTo(1);

        assertThat(visit("2026-03-05").after()).isEqualTo(6);
    }

    @Test
    void saysWhenAFreezeIsTakenAndWhenTheStreakEnds() {
        assertThat(visits("2026-03-01", 4).deadlines())
                .containsExactly(
                        Instant.parse("2026-03-06T00:00:00Z"),
                        Instant.parse("2026-03-07T00:00:00Z"));
    }

    @Test
    void earnsNothingForWhatItCouldNotHold() {
        visits("2026-03-01", 11);

        // 11 days are worth two freezes and no more; a missed one takes one, four days earn it
        // again.
        assertThat(visit("2026-03-13").freezes()).isEqualTo(1);
        assertThat(visits("2026-03-14", 2).freezes()).isEqualTo(1);
        assertThat(visit("2026-03-16").freezes()).isEqualTo(2);
    }

    @Test
    void passesOverPausedDays() {
        club = club("day", "pauses: [ 2026-12-24/2026-12-26, 2027-01-01 ]");
        visits("2026-12-22", 2);

        assertThat(visit("2026-12-27").after()).isEqualTo(3);
        assertThat(visits("2026-12-28", 4).after()).isEqualTo(7);
        assertThat(visit("2027-01-02").after()).isEqualTo(8);
        assertThat(visit("2027-01-04").after()).isEqualTo(1);
    }

    @Test
    void doesNotCountVisitsOnPausedDays() {
        club = club("day", "pauses: [ 2026-12-24/2026-12-26 ]");
        visits("2026-12-22", 2);

        assertThat(club.send(event("2026-12-25")).streaks()).isEmpty();
        assertThat(visit("2026-12-27").after()).isEqualTo(3);
    }

    @Test
    void leavesPausesOutOfDeadlines() {
        club = club("day", "pauses: [ 2026-12-25/2026-12-26, 2026-12-24 ]");

        assertThat(visit("2026-12-23").deadlines())
                .containsExactly(Instant.parse("2026-12-28T00:00:00Z"));
    }

    @Test
    void letsAWeekPassThatIsPausedInPartAndCountsItWhenItIsActive() {
        club = club("week", "pauses: [ 2026-12-24/2026-12-26 ]");
        visit("2026-12-14");

        assertThat(visit("2026-12-28").after()).isEqualTo(2);
        assertThat(visit("2026-12-21").after()).isEqualTo(3);
    }

    @Test
    void joinsPausesThatTouch() {
        club = club("week", "pauses: [ 2026-12-24/2026-12-27, 2026-12-21/2026-12-23 ]");
        visit("2026-12-14");

        assertThat(club.send(event("2026-12-22")).streaks()).isEmpty();
        assertThat(visit("2026-12-28").after()).isEqualTo(2);
    }

    private StreakDecision visits(String first, int days) {
        for (int i = 0; i < days - 1; i++) {
            visit(LocalDate.parse(first).plusDays(i).toString());
        }
        return visit(LocalDate.parse(first).plusDays(days - 1L).toString());
    }

    private StreakDecision visit(String day) {
        return only(club.send(event(day)).streaks());
    }

    private StreakDecision undo(String visit) {
        Event undo =
                Events.of("undo", "undo " + visit, Map.of("visit", visit))
                        .at("2026-05-01T12:00:00Z")
                        .event();
        return only(club.send(undo).streaks());
    }

    private static StreakDecision only(List<StreakDecision> decisions) {
        assertThat(decisions).hasSize(1);
        return decisions.getFirst();
    }

    private static Event event(String day) {
        return Events.of("visit", day, Map.of()).at(day + "T12:00:00Z").event();
    }

    private static Club club(String every, String words) {
        return new Club(Programs.program(SHOP.replace("EVERY", every).replace("WORDS", words)));
    }
}
