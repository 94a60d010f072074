package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decisions.ChallengeDecision;
import dev.laurel.engine.decisions.ChallengeDecision.Occurrence;
import dev.laurel.engine.decisions.Decision;
import dev.laurel.engine.decisions.PointsEffect;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.state.MemberStateCodec;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Challenges that can be completed more than once. */
class RepeatedChallengesTest {

    private static final String SHOP =
            """
            program: shop
            timeZone: Europe/London
            lateness: P30D
            wallets: [ { id: stars } ]
            events:
              purchase: { amount: double }
              refund: { purchase: string, reverses: { event: purchase, by: event.data.purchase } }
            metrics:
              - { id: purchases, on: purchase, value: count() }
              - { id: spend, on: purchase, value: sum(event.data.amount) }
            challenges:
              - id: again
                open: 2026-03-01/..
                repeat: REPEAT
                steps: [ { id: some, measure: METRIC, target: TARGET } ]
                award: { stars: 10, badge: hare }
            badges: [ { id: hare } ]
            """;

    private final Club daily = club("daily", "purchases", "2");
    private final Club unlimited = club("unlimited", "spend", "0.1");

    @Test
    void awardsOnceInEachPeriod() {
        daily.send(purchase("1", 1, "2026-03-10T00:00:00Z"));
        daily.send(purchase("2", 1, "2026-03-10T12:00:00Z"));
        daily.send(purchase("3", 1, "2026-03-10T23:59:59Z"));
        daily.send(purchase("4", 1, "2026-03-11T00:00:00Z"));
        assertThat(daily.balance("alice", "stars")).isEqualTo(10);

        daily.send(purchase("5", 1, "2026-03-11T23:59:59Z"));
        assertThat(daily.balance("alice", "stars")).isEqualTo(20);
    }

    @Test
    void awardsForAPeriodThatIsOverWhenALateEventBelongsToIt() {
        daily.send(purchase("1", 1, "2026-03-10T10:00:00Z"));
        daily.send(purchase("2", 1, "2026-03-11T10:00:00Z"));

        Decision late = daily.send(purchase("3", 1, "2026-03-10T11:00:00Z"));

        assertThat(daily.balance("alice", "stars")).isEqualTo(10);
        assertThat(late.challenges())
                .extracting(ChallengeDecision::occurrence)
                .containsExactly(new Occurrence(LocalDate.of(2026, 3, 10), false));
    }

    @Test
    void saysWhichOccurrenceItIs() {
        Club weekly = club("weekly", "purchases", "1");
        Club monthly = club("monthly", "purchases", "1");

        assertThat(occurrence(weekly)).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(occurrence(monthly)).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(occurrence(daily)).isEqualTo(LocalDate.of(2026, 3, 10));
    }

    @Test
    void keepsTheBadgeAsLongAsOneOccurrenceStands() {
        for (String day : new String[] {"10", "11"}) {
            daily.send(purchase(day + "a", 1, "2026-03-" + day + "T10:00:00Z"));
            daily.send(purchase(day + "b", 1, "2026-03-" + day + "T11:00:00Z"));
        }

        daily.send(refund("r1", "10a"));
        assertThat(daily.balance("alice", "stars")).isEqualTo(10);
        assertThat(daily.badges("alice")).containsExactly("hare");

        daily.send(refund("r2", "11a"));
        assertThat(daily.balance("alice", "stars")).isZero();
        assertThat(daily.badges("alice")).isEmpty();
    }

    @Test
    void awardsEachTimeThatTheTargetIsReachedOnceMore() {
        Decision three = unlimited.send(purchase("1", 0.3, "2026-03-10T10:00:00Z"));
        Decision none = unlimited.send(purchase("2", 0.05, "2026-03-10T11:00:00Z"));
        Decision one = unlimited.send(purchase("3", 0.05, "2026-03-10T12:00:00Z"));

        assertThat(three.points()).extracting(PointsEffect::points).containsExactly(30L);
        assertThat(three.challenges().getFirst().completions()).isEqualTo(3);
        assertThat(none.points()).isEmpty();
        assertThat(one.points()).extracting(PointsEffect::points).containsExactly(10L);
        assertThat(unlimited.balance("alice", "stars")).isEqualTo(40);
    }

    @Test
    void takesBackAsManyTimesAsNoLongerStand() {
        unlimited.send(purchase("1", 0.3, "2026-03-10T10:00:00Z"));
        unlimited.send(purchase("2", 0.2, "2026-03-10T11:00:00Z"));

        unlimited.send(refund("r1", "2"));
        assertThat(unlimited.balance("alice", "stars")).isEqualTo(30);
        assertThat(unlimited.badges("alice")).containsExactly("hare");

        unlimited.send(purchase("3", 0.2, "2026-03-10T12:00:00Z"));
        assertThat(unlimited.balance("alice", "stars")).isEqualTo(50);

        unlimited.send(refund("r2", "1"));
        unlimited.send(refund("r3", "3"));
        assertThat(unlimited.balance("alice", "stars")).isZero();
        assertThat(unlimited.badges("alice")).isEmpty();
    }

    @Test
    void staysSmallOverAYearOfWeeks() {
        Club weekly = club("weekly", "purchases", "1");
        Instant time = Instant.parse("2026-03-02T10:00:00Z");
        for (int week = 0; week < 52; week++) {
            weekly.send(purchase("w" + week, 20, time.plusSeconds(week * 7L * 86_400).toString()));
        }

        assertThat(weekly.balance("alice", "stars")).isEqualTo(520);
        assertThat(MemberStateCodec.encode(weekly.state("alice"))).hasSizeLessThan(500);
    }

    private static LocalDate occurrence(Club club) {
        ChallengeDecision decision =
                club.send(purchase("1", 1, "2026-03-10T10:00:00Z")).challenges().getFirst();
        return java.util.Objects.requireNonNull(decision.occurrence()).firstDay();
    }

    private static Club club(String repeat, String metric, String target) {
        return new Club(
                Programs.program(
                        SHOP.replace("REPEAT", repeat)
                                .replace("METRIC", metric)
                                .replace("TARGET", target)));
    }

    private static Event purchase(String id, double amount, String time) {
        return Events.purchase(id, amount).at(time).event();
    }

    private static Event refund(String id, String purchase) {
        return Events.of("refund", id, Map.of("purchase", purchase))
                .at("2026-03-13T10:00:00Z")
                .event();
    }
}
