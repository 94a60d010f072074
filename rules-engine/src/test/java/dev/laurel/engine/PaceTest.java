package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decisions.RuleDecision;
import dev.laurel.engine.decisions.RuleDecision.Outcome;
import dev.laurel.engine.members.Member;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How often rules award: by count, per object, per hour and quarter, with a cooldown. */
class PaceTest {

    private static final String SHOP =
            """
            program: shop
            timeZone: Europe/London
            wallets: [ { id: stars } ]
            events:
              visit: { store: string }
              undone: { visit: string, reverses: { event: visit, by: data.visit } }
            rules: [ { id: hello, on: visit, award: { stars: FORMULA }, REST } ]
            """;

    @Test
    void awardsSoManyTimesInAPeriod() {
        Club club = club("limits: [ { per: day, count: 2 } ]");
        visit(club, "1", "2026-03-10T00:00:00Z");
        visit(club, "2", "2026-03-10T23:59:59Z");

        RuleDecision third = visit(club, "3", "2026-03-10T12:00:00Z");

        assertThat(third)
                .isEqualTo(
                        new RuleDecision(
                                "hello",
                                Outcome.CAPPED,
                                Map.of("stars", 10L),
                                Map.of(),
                                "Expected at most 2 awards per day, but 2 were given on 2026-03-10, so 0 of 1 were given."));
        assertThat(visit(club, "4", "2026-03-11T00:00:00Z").outcome()).isEqualTo(Outcome.AWARDED);
        assertThat(visit(club, "5", "2026-03-09T23:59:59Z").outcome()).isEqualTo(Outcome.AWARDED);
    }

    @Test
    void keepsTheAwardsThatTheRestEarnsWhenOneIsUndone() {
        Club club = club("limits: [ { per: day, count: 2 } ]");
        for (String id : List.of("1", "2", "3")) {
            visit(club, id, "2026-03-10T12:00:00Z");
        }
        undo(club, "1");
        long afterOne = club.balance("alice", "stars");
        undo(club, "3");
        long afterTwo = club.balance("alice", "stars");
        undo(club, "2");

        assertThat(List.of(afterOne, afterTwo, club.balance("alice", "stars")))
                .containsExactly(20L, 10L, 0L);
        assertThat(club.state("alice").limits()).isEmpty();
    }

    @Test
    void refusesWhereTheAwardDiffersFromEventToEvent() {
        Club club = club("limits: [ { per: day, count: 1 } ]", "size(event.data.store)");
        visit(club, "1", "2026-03-10T12:00:00Z");

        RuleDecision second = visit(club, "2", "2026-03-10T12:00:00Z");
        undo(club, "1");

        assertThat(second.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(second.reason())
                .isEqualTo(
                        "Expected at most 1 awards per day, but 1 were given on 2026-03-10, so 1 more do not fit.");
        assertThat(club.balance("alice", "stars")).isZero();
        assertThat(visit(club, "3", "2026-03-10T12:00:00Z").outcome()).isEqualTo(Outcome.AWARDED);
    }

    @Test
    void takesNoPlaceForAnAwardOfNothing() {
        Club club = club("limits: [ { per: day, count: 1 } ]", "size(event.data.store) - 3");
        visit(club, "1", "2026-03-10T12:00:00Z");

        club.send(
                Events.of("visit", "2", Map.of("store", "harbour"))
                        .at("2026-03-10T12:00:00Z")
                        .event());

        assertThat(club.balance("alice", "stars")).isEqualTo(4);
    }

    @Test
    void awardsOncePerObject() {
        Club club = club("limits: [ { per: ever, count: 1, object: event.data.store } ]");
        visit(club, "1", "2026-03-10T12:00:00Z");

        RuleDecision again = visit(club, "2", "2027-03-10T12:00:00Z");
        club.send(Events.of("visit", "3", Map.of("store", "harbour")).event());

        assertThat(again.reason())
                .isEqualTo(
                        "Expected at most 1 awards ever for 'old', but 1 were given before, so 0 of 1 were given.");
        assertThat(club.balance("alice", "stars")).isEqualTo(20);
    }

    @Test
    void boundsPointsPerObjectBeforeAllTogether() {
        Club club =
                club(
                        "limits: [ { per: day, stars: 25 }, { per: day, stars: 15, object: event.data.store } ]");
        for (String store : List.of("a", "a", "b", "b")) {
            club.send(
                    Events.of(
                                    "visit",
                                    store + club.balance("alice", "stars"),
                                    Map.of("store", store))
                            .event());
        }

        assertThat(club.balance("alice", "stars")).isEqualTo(25);
        assertThat(club.state("alice").limits()).hasSize(3);
    }

    @Test
    void failsWhereTheObjectIsNoText() {
        Club club = club("limits: [ { per: ever, count: 1, object: event.data.store } ]");

        RuleDecision decision =
                club.send(Events.of("visit", "1", Map.of("store", "")).event()).rules().getFirst();

        assertThat(decision.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(decision.reason())
                .isEqualTo(
                        "Expected a value of event.data.store, but it was no text of 1 to 200 characters.");
        assertThat(club.state("alice").limits()).isEmpty();
    }

    @Test
    void countsHoursByTheWallClockAndRepeatedOnesTwice() {
        Club club = club("limits: [ { per: hour, count: 1 } ]");

        assertThat(
                        List.of(
                                visit(club, "1", "2026-10-24T23:59:59Z").outcome(), // 00:59 summer
                                visit(club, "2", "2026-10-25T00:00:00Z").outcome(), // 01:00 summer
                                visit(club, "3", "2026-10-25T00:59:59Z").outcome(),
                                visit(club, "4", "2026-10-25T01:00:00Z").outcome(), // 01:00 winter
                                visit(club, "5", "2026-10-25T02:00:00Z").outcome()))
                .containsExactly(
                        Outcome.AWARDED,
                        Outcome.AWARDED,
                        Outcome.CAPPED,
                        Outcome.AWARDED,
                        Outcome.AWARDED);
    }

    @Test
    void beginsQuartersWithTheirFirstDay() {
        Club club = club("limits: [ { per: quarter, stars: 10 } ]");
        visit(club, "1", "2026-03-31T22:59:59Z");

        assertThat(visit(club, "2", "2026-01-01T00:00:00Z").outcome()).isEqualTo(Outcome.CAPPED);
        assertThat(visit(club, "3", "2026-03-31T23:00:00Z").outcome())
                .as("1 April in London")
                .isEqualTo(Outcome.AWARDED);
        assertThat(visit(club, "4", "2025-12-31T23:59:59Z").outcome()).isEqualTo(Outcome.AWARDED);
    }

    @Test
    void cutsPeriodsByTheMembersClockAndUndoesThemAfterAMove() {
        Club club = club("limits: [ { per: day, count: 1 } ], timeZone: member");
        club.register(alice("Pacific/Kiritimati"));
        visit(club, "1", "2026-03-10T09:59:59Z"); // still the 10th there
        RuleDecision nextDay = visit(club, "2", "2026-03-10T10:00:00Z");
        club.register(alice("Etc/GMT+12"));

        undo(club, "1");
        undo(club, "2");

        assertThat(nextDay.outcome()).isEqualTo(Outcome.AWARDED);
        assertThat(club.balance("alice", "stars")).isZero();
        assertThat(club.state("alice").limits()).isEmpty();
    }

    @Test
    void leavesACooldownBetweenAwards() {
        Club club = club("cooldown: PT10M");
        visit(club, "1", "2026-03-10T12:00:00Z");

        RuleDecision tooSoon = visit(club, "2", "2026-03-10T12:09:59.999Z");

        assertThat(tooSoon.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(tooSoon.reason())
                .isEqualTo(
                        "Expected PT10M between two awards, but there is one at 2026-03-10T12:00:00Z.");
        assertThat(visit(club, "3", "2026-03-10T11:50:00.001Z").outcome())
                .isEqualTo(Outcome.REFUSED);
        assertThat(visit(club, "4", "2026-03-10T11:50:00Z").outcome()).isEqualTo(Outcome.AWARDED);
        assertThat(visit(club, "5", "2026-03-10T12:10:00Z").outcome()).isEqualTo(Outcome.AWARDED);
    }

    @Test
    void countsNoCooldownForWhatWasUndone() {
        Club club = club("cooldown: PT10M");
        visit(club, "1", "2026-03-10T12:00:00Z");
        undo(club, "1");

        assertThat(visit(club, "2", "2026-03-10T12:01:00Z").outcome()).isEqualTo(Outcome.AWARDED);
        undo(club, "2");
        assertThat(club.state("alice").limits()).isEmpty();
    }

    @Test
    void keepsCooldownsOfBusyMembersApart() {
        Club club = club("cooldown: PT3S");

        long awarded = 0;
        for (int second = 0; second < 60; second++) {
            String when = "2026-03-10T12:00:%02dZ".formatted(second);
            awarded += visit(club, when, when).outcome() == Outcome.AWARDED ? 1 : 0;
        }

        assertThat(awarded).isEqualTo(20);
    }

    private static Member alice(String zone) {
        return new Member("alice", ZoneId.of(zone), null, Set.of(), List.of(), Map.of(), Map.of());
    }

    private static RuleDecision visit(Club club, String id, String when) {
        return club.send(Events.of("visit", id, Map.of("store", "old")).at(when).event())
                .rules()
                .getFirst();
    }

    private static void undo(Club club, String visit) {
        club.send(Events.of("undone", "u-" + visit, Map.of("visit", visit)).event());
    }

    private static Club club(String rest) {
        return club(rest, "10");
    }

    private static Club club(String rest, String formula) {
        return new Club(Programs.program(SHOP.replace("FORMULA", formula).replace("REST", rest)));
    }
}
