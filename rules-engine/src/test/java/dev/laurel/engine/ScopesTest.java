package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decisions.RuleDecision;
import dev.laurel.engine.decisions.RuleDecision.Outcome;
import dev.laurel.engine.members.Member;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When and for whom rules are. */
class ScopesTest {

    private static final String SHOP =
            """
            program: shop
            timeZone: Europe/London
            wallets: [ { id: stars } ]
            events: { purchase: { amount: double, friend: 'string?' } }
            rules: [ { id: earn, on: purchase, award: { stars: 10 }, SCOPE } ]
            """;

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    valid: 2026-03-10/2026-03-12 | 2026-03-09T23:59:59.999Z | NOT_IN_WINDOW
                    valid: 2026-03-10/2026-03-12 | 2026-03-10T00:00:00Z | AWARDED
                    valid: 2026-03-10/2026-03-12 | 2026-03-12T23:59:59.999Z | AWARDED
                    valid: 2026-03-10/2026-03-12 | 2026-03-13T00:00:00Z | NOT_IN_WINDOW
                    valid: 2026-06-10/2026-06-12 | 2026-06-09T22:59:59Z | NOT_IN_WINDOW
                    valid: 2026-06-10/2026-06-12 | 2026-06-09T23:00:00Z | AWARDED
                    valid: 2026-03-10/.. | 2999-01-01T00:00:00Z | AWARDED
                    valid: ../2026-03-10 | 1970-01-01T00:00:00Z | AWARDED
                    valid: ../2026-03-10 | 2026-03-11T00:00:00Z | NOT_IN_WINDOW
                    days: [ sat, sun ] | 2026-03-13T23:59:59Z | NOT_IN_WINDOW
                    days: [ sat, sun ] | 2026-03-14T00:00:00Z | AWARDED
                    days: [ sat, sun ] | 2026-03-15T23:59:59Z | AWARDED
                    days: [ sat, sun ] | 2026-03-16T00:00:00Z | NOT_IN_WINDOW
                    hours: 17:00-19:00 | 2026-03-10T16:59:59.999Z | NOT_IN_WINDOW
                    hours: 17:00-19:00 | 2026-03-10T17:00:00Z | AWARDED
                    hours: 17:00-19:00 | 2026-03-10T18:59:59.999Z | AWARDED
                    hours: 17:00-19:00 | 2026-03-10T19:00:00Z | NOT_IN_WINDOW
                    hours: 22:00-24:00 | 2026-03-10T23:59:59.999Z | AWARDED
                    hours: 22:00-24:00 | 2026-03-11T00:00:00Z | NOT_IN_WINDOW
                    hours: 22:00-02:00 | 2026-03-10T21:59:59Z | NOT_IN_WINDOW
                    hours: 22:00-02:00 | 2026-03-10T22:00:00Z | AWARDED
                    hours: 22:00-02:00 | 2026-03-11T01:59:59Z | AWARDED
                    hours: 22:00-02:00 | 2026-03-11T02:00:00Z | NOT_IN_WINDOW
                    hours: 22:00-02:00, days: [ fri ] | 2026-03-13T01:00:00Z | NOT_IN_WINDOW
                    hours: 22:00-02:00, days: [ fri ] | 2026-03-13T23:00:00Z | AWARDED
                    hours: 22:00-02:00, days: [ fri ] | 2026-03-14T01:00:00Z | AWARDED
                    hours: 22:00-02:00, days: [ fri ] | 2026-03-14T22:00:00Z | NOT_IN_WINDOW
                    hours: 22:00-02:00, valid: ../2026-03-10 | 2026-03-11T01:59:59Z | AWARDED
                    hours: 22:00-02:00, valid: 2026-03-10/.. | 2026-03-10T01:59:59Z | NOT_IN_WINDOW
                    hours: 01:00-02:00 | 2026-10-25T00:30:00Z | AWARDED
                    hours: 01:00-02:00 | 2026-10-25T01:30:00Z | AWARDED
                    hours: 01:00-02:00 | 2026-03-29T01:00:00Z | NOT_IN_WINDOW
                    """)
    void areInForceByTheProgramsClock(String scope, String when, Outcome outcome) {
        assertThat(buy(club(scope), when).outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "{0} in {1} at {2}: {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    valid: 2026-03-10/2026-03-10 | Pacific/Kiritimati | 2026-03-09T09:59:59Z | NOT_IN_WINDOW
                    valid: 2026-03-10/2026-03-10 | Pacific/Kiritimati | 2026-03-09T10:00:00Z | AWARDED
                    valid: 2026-03-10/2026-03-10 | Pacific/Kiritimati | 2026-03-10T09:59:59Z | AWARDED
                    valid: 2026-03-10/2026-03-10 | Pacific/Kiritimati | 2026-03-10T10:00:00Z | NOT_IN_WINDOW
                    valid: 2026-03-10/2026-03-10 | Etc/GMT+12 | 2026-03-10T11:59:59Z | NOT_IN_WINDOW
                    valid: 2026-03-10/2026-03-10 | Etc/GMT+12 | 2026-03-10T12:00:00Z | AWARDED
                    valid: 2026-03-10/2026-03-10 | Etc/GMT+12 | 2026-03-11T11:59:59Z | AWARDED
                    valid: 2026-03-10/2026-03-10 | Etc/GMT+12 | 2026-03-11T12:00:00Z | NOT_IN_WINDOW
                    hours: 08:00-09:00 | America/New_York | 2026-03-07T13:00:00Z | AWARDED
                    hours: 08:00-09:00 | America/New_York | 2026-03-09T12:00:00Z | AWARDED
                    hours: 08:00-09:00 | America/New_York | 2026-03-09T13:00:00Z | NOT_IN_WINDOW
                    """)
    void areInForceByTheMembersClock(String scope, String zone, String when, Outcome outcome) {
        Club club = club(scope + ", timeZone: member");
        club.register(alice(zone));

        assertThat(buy(club, when).outcome()).isEqualTo(outcome);
    }

    @Test
    void sayWhatTheClockSaid() {
        Club club = club("valid: 2026-03-01/2026-03-31, days: [ sun, sat ], hours: 17:00-19:00");

        assertThat(buy(club, "2026-03-13T17:30:00Z"))
                .isEqualTo(
                        new RuleDecision(
                                "earn",
                                Outcome.NOT_IN_WINDOW,
                                Map.of(),
                                Map.of(),
                                "Expected a day from 2026-03-01 to 2026-03-31 on sat, sun at 17:00-19:00, but it was fri 2026-03-13 17:30 in Europe/London."));
    }

    @Test
    void areForTheirAudience() {
        Club club = club("audience: \"'vip' in member.segments\"");
        RuleDecision before = buy(club, "2026-03-10T12:00:00Z");
        club.register(alice("Asia/Tokyo"));

        assertThat(before.outcome()).isEqualTo(Outcome.NOT_IN_AUDIENCE);
        assertThat(before.reason())
                .isEqualTo("Expected \"vip\" in member.segments, but member.segments was [].");
        assertThat(buy(club, "2026-03-10T12:00:01Z").outcome()).isEqualTo(Outcome.AWARDED);
    }

    @Test
    void lookAtTheBeneficiaryAndNotAtTheSubject() {
        Club club =
                club(
                        "audience: \"'vip' in member.segments\", for: event.data.friend, when: has(event.data.friend)");
        club.register(new Member("bob", null, null, Set.of("vip"), List.of(), Map.of(), Map.of()));

        club.send(Events.purchase("1", 5).with(Map.of("amount", 5.0, "friend", "bob")).event());
        club.send(Events.purchase("2", 5).with(Map.of("amount", 5.0, "friend", "carol")).event());

        assertThat(club.balance("bob", "stars")).isEqualTo(10);
        assertThat(club.balance("carol", "stars")).isZero();
    }

    @Test
    void tellTheSubjectWhyNobodyElseGotAnything() {
        Club club = club("days: [ sun ], for: event.data.friend, when: has(event.data.friend)");

        var decisions =
                club.sendToAll(
                        Events.purchase("1", 5)
                                .with(Map.of("amount", 5.0, "friend", "bob"))
                                .event());

        assertThat(decisions).hasSize(1);
        assertThat(decisions.getFirst().rules())
                .extracting(RuleDecision::outcome)
                .containsExactly(Outcome.NOT_IN_WINDOW);
    }

    @Test
    void holdOutAboutTheShareThatTheyName() {
        Club club = club("control: 10%");

        long held =
                java.util.stream.IntStream.range(0, 2_000)
                        .filter(n -> outcome(club, "member-" + n) == Outcome.HELD_OUT)
                        .count();

        assertThat(held).isBetween(160L, 240L);
    }

    @Test
    void holdOutTheSameMembersEveryTimeAndSayWhatTheyWouldHaveGot() {
        Club club = club("control: 50%");
        String held =
                java.util.stream.IntStream.range(0, 50)
                        .mapToObj(n -> "member-" + n)
                        .filter(member -> outcome(club, member) == Outcome.HELD_OUT)
                        .findFirst()
                        .orElseThrow();

        RuleDecision again =
                club.send(Events.purchase("again", 5).by(held).event()).rules().getFirst();

        assertThat(again)
                .isEqualTo(
                        new RuleDecision(
                                "earn",
                                Outcome.HELD_OUT,
                                Map.of("stars", 10L),
                                Map.of(),
                                "Expected a member outside of the control share of 50 %, but this one is in it for rule earn."));
        assertThat(club.balance(held, "stars")).isZero();
    }

    @Test
    void holdOutMoreAndNotOthersWhenTheShareGrows() {
        Club small = club("control: 10%");
        Club large = club("control: 12.5%");

        for (int n = 0; n < 500; n++) {
            if (outcome(small, "member-" + n) == Outcome.HELD_OUT) {
                assertThat(outcome(large, "member-" + n)).isEqualTo(Outcome.HELD_OUT);
            }
        }
    }

    @Test
    void holdNobodyOutWhoWouldNotHaveGotAnything() {
        Club club = club("control: 99.9999%, when: event.data.amount > 5.0");

        assertThat(buy(club, "2026-03-10T12:00:00Z").outcome()).isEqualTo(Outcome.REFUSED);
    }

    private static Outcome outcome(Club club, String member) {
        return club.send(Events.purchase("p", 5).by(member).event()).rules().getFirst().outcome();
    }

    private static Member alice(String zone) {
        return new Member(
                "alice", ZoneId.of(zone), null, Set.of("vip"), List.of(), Map.of(), Map.of());
    }

    private static RuleDecision buy(Club club, String when) {
        return club.send(Events.purchase(when, 5).at(when).recordedAfter(Duration.ofSeconds(1)))
                .rules()
                .getFirst();
    }

    private static Club club(String scope) {
        return new Club(Programs.program(SHOP.replace("SCOPE", scope)));
    }
}
