package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.laurel.engine.document.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with what boards rank by. */
class RankedByProblemsTest {

    private static final String SHOP =
            """
            program: shop
            timeZone: Europe/London
            wallets: [ { id: stars } ]
            events:
              purchase: { amount: double, item: string }
            metrics:
              - { id: spend, on: purchase, value: sum(event.data.amount) }
              - { id: dearest, on: purchase, value: max(event.data.amount) }
              - { id: sold, on: purchase, per: event.data.item, value: count() }
            rules: [ { id: earn, on: purchase, award: { stars: 1 } } ]
            streaks: [ { id: weekly, on: purchase, every: week, milestones: { 2: { stars: 5 } } } ]
            badges:
              - { id: hare, when: metrics.spend > 5.0 && metrics.dearest > 1.0 }
              - { id: seller, when: metrics.sold >= 2, times: per-object }
            leaderboards: [ { id: best, of: { metric: spend }, period: month } ]
            """;

    @Test
    void findsNothingWrongWithThatProgram() {
        assertThat(Programs.problems(SHOP)).isEmpty();
        assertThat(
                        Programs.problems(
                                SHOP.replace(
                                        "{ metric: spend }, period: month", "{ metric: dearest }")))
                .isEmpty();
        assertThat(
                        Programs.problems(
                                SHOP.replace(
                                        "{ metric: spend }, period: month",
                                        "{ streak: weekly, length: longest }")))
                .isEmpty();
        assertThat(Programs.problems(SHOP.replace("{ metric: spend }", "{ badges: held }")))
                .isEmpty();
        assertThat(Programs.problems(SHOP.replace("period: month", "period: { rolling: P4W }")))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    { metric: spent }, period: month | /of/metric | Expected 'spend', but the metric 'spent' is unknown.
                    { metrics: spend }, period: month | /of/metrics | Expected 'metric', but the key 'metrics' is unknown.
                    { metric: spend, badges: held } | /of | Expected one of [metric, streak, badges], but there are 2.
                    { metric: spend, length: longest } | /of/length | Expected 'length' with 'streak' only, but it is without.
                    { metric: spend }, by: team | /by | Expected a board of a wallet to rank teams, but it is of something else.
                    { metric: sold } | /of/metric | Expected a metric with one value for each member, but 'sold' has one for each object.
                    { metric: dearest }, period: week | /of/metric | Expected a count or a sum for a board with a period, as what others say of some days does not add up, but 'dearest' is neither. It can be ranked over all time.
                    { streak: wekly } | /of/streak | Expected 'weekly', but the streak 'wekly' is unknown.
                    { streak: weekly, length: longst } | /of/length | Expected 'longest', but the word 'longst' is unknown.
                    { streak: weekly }, period: month | /period | Expected 'all-time' for a board of a streak, which has a length at any time and none in a period, but it was 'month'.
                    stars, period: { rolling: P367D } | /period/rolling | Expected whole days or weeks such as P7D or P4W, P1D to P366D, but it was 'P367D'.
                    stars, period: { rolling: P0W } | /period/rolling | Expected whole days or weeks such as P7D or P4W, P1D to P366D, but it was 'P0W'.
                    stars, period: { rolling: PT24H } | /period/rolling | Expected whole days or weeks such as P7D or P4W, P1D to P366D, but it was 'PT24H'.
                    stars, period: { roling: P7D } | /period/roling | Expected 'rolling', but the key 'roling' is unknown.
                    stars, period: { rolling: P7D }, seal: { after: P1D } | /seal | Expected a board whose periods end, but 'rolling' never does.
                    { streak: weekly }, period: { rolling: P7D } | /period | Expected 'all-time' for a board of a streak, which has a length at any time and none in a period, but it was 'rolling'.
                    { metric: dearest }, period: { rolling: P7D } | /of/metric | Expected a count or a sum for a board with a period, as what others say of some days does not add up, but 'dearest' is neither. It can be ranked over all time.
                    { badges: hold } | /of/badges | Expected 'held', but the word 'hold' is unknown.
                    { badges: held }, period: month, seal: { after: P1D }, prizes: [ { places: 1, award: { badge: hare } } ] | /prizes/0/award/badge | Expected points only, but the board ranks by badges, so prizes would move members up.
                    """)
    void saysWhatIsWrong(String of, String pointer, String message) {
        // When
        List<Problem> problems =
                Programs.problems(SHOP.replace("{ metric: spend }, period: month", of));

        // Then
        assertThat(problems).hasSizeBetween(1, 2);
        assertThat(problems)
                .extracting(Problem::pointer, Problem::message)
                .contains(tuple("/leaderboards/0" + pointer, message));
    }
}
