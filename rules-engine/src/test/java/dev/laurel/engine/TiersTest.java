package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decisions.Decision;
import dev.laurel.engine.decisions.MetricEffect;
import dev.laurel.engine.document.Problem;
import dev.laurel.engine.members.Member;
import java.time.ZoneId;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a program says of tiers. */
class TiersTest {

    private static final String SHOP =
            """
            program: shop
            timeZone: Europe/London
            locales: [ en, de ]
            wallets: [ { id: stars }, { id: sparks } ]
            events: { purchase: { amount: double } }
            metrics:
              - { id: spend, on: purchase, value: sum(event.data.amount) }
              - { id: dearest, on: purchase, value: max(event.data.amount) }
            badges: [ { id: patron, when: metrics.spend >= 100.0 && metrics.dearest >= 10.0 } ]
            rules: [ { id: earn, on: purchase, award: { stars: 1, sparks: 1 } } ]
            tiers:
              wallet: stars
              window: P12M
              levels:
                - { id: bronze, at: 0 }
                - { id: silver, name: { en: Silver, de: Silber }, at: 1000, award: { sparks: 10 } }
                - { id: gold, at: 5000, perks: [ free-delivery, { lounge: 2 } ] }
              downgrade: { by: one-level, grace: P30D }
              notice: P14D
            """;

    @Test
    void findsNothingWrongWithThatProgram() {
        assertThat(Programs.problems(SHOP)).isEmpty();
        assertThat(Programs.warnings(SHOP)).isEmpty();
    }

    @Test
    void tellsWhatTheMetricThatTiersGoByMeasuredOnADay() {
        // Given
        Club club = new Club(Programs.program(SHOP.replace("wallet: stars", "metric: spend")));

        // When
        Decision decision = club.send(Events.purchase("p1", 12.34).event());

        // Then
        assertThat(decision.metrics())
                .containsExactly(
                        new MetricEffect(
                                "spend",
                                12_340_000,
                                true,
                                false,
                                List.of(
                                        new MetricEffect.Day(
                                                decision.event()
                                                        .time()
                                                        .atZone(ZoneId.of("Europe/London"))
                                                        .toLocalDate(),
                                                12_340_000))));
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    wallet: stars | wallet: starz | /tiers/wallet | Expected 'stars', but the wallet 'starz' is unknown.
                    wallet: stars | metric: spent | /tiers/metric | Expected 'spend', but the metric 'spent' is unknown.
                    wallet: stars | metric: dearest | /tiers/metric | Expected a count or a sum with one value for each member, as tiers add up days, but 'dearest' is something else.
                    window: P12M | metric: spend | /tiers | Expected either 'wallet' or 'metric', but there are both.
                    wallet: stars | wallets: stars | /tiers | Expected either 'wallet' or 'metric', but there is neither.
                    notice: P14D | notise: P14D | /tiers/notise | Expected 'notice', but the key 'notise' is unknown.
                    window: P12M | window: PT12H | /tiers/window | Expected a period of years, months, weeks or days such as P12M, 'calendar-year' or 'lifetime', but it was 'PT12H'.
                    window: P12M | window: P0D | /tiers/window | Expected a period of years, months, weeks or days such as P12M, 'calendar-year' or 'lifetime', but it was 'P0D'.
                    window: P12M | window: year | /tiers/window | Expected a period of years, months, weeks or days such as P12M, 'calendar-year' or 'lifetime', but it was 'year'.
                    at: 5000 | at: 1000 | /tiers/levels/2/at | Expected more than the level before, 1000, but it was 1000.
                    at: 5000 | at: -5 | /tiers/levels/2/at | Expected 0 to 1000000000000, but it was -5.
                    at: 5000 | at: 10.5 | /tiers/levels/2/at | Expected a whole number, but it was 10.5.
                    at: 5000, | name: Gold, | /tiers/levels/2 | Expected 'at', but it is missing.
                    id: gold | id: silver | /tiers/levels/2/id | Expected an id of its own, but 'silver' was used before.
                    perks: [ free-delivery, { lounge: 2 } ] | perks: lounge | /tiers/levels/2/perks | Expected a list, but it was 'lounge'.
                    perks: | prks: | /tiers/levels/2/prks | Expected 'perks', but the key 'prks' is unknown.
                    { sparks: 10 } | { spark: 10 } | /tiers/levels/1/award/spark | Expected 'sparks', but the wallet 'spark' is unknown.
                    { sparks: 10 } | { sparks: 0 } | /tiers/levels/1/award/sparks | Expected 1 to 1000000000000 points, but it was 0.
                    { en: Silver, de: Silber } | { de: Silber } | /tiers/levels/1/name | Expected a text for 'en', the first of the program's locales, but it is missing.
                    by: one-level | by: one-levl | /tiers/downgrade/by | Expected 'one-level', but the word 'one-levl' is unknown.
                    grace: P30D | grace: 30 days | /tiers/downgrade/grace | Expected a period of years, months, weeks or days such as P30D, but it was '30 days'.
                    notice: P14D | notice: P1M | /tiers/notice | Expected whole days or weeks such as P30D, but it was 'P1M'.
                    """)
    void saysWhatIsWrong(String from, String to, String pointer, String message) {
        assertThat(Programs.problems(SHOP.replace(from, to)))
                .extracting(Problem::pointer, Problem::message)
                .contains(Tuple.tuple(pointer, message));
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    { sparks: 10 } | { stars: 10 } | /tiers/levels/1/award | Expected an award in another wallet, but 'stars' is what the tiers follow: points of a tier don't count towards tiers.
                    , grace: P30D | | /tiers/downgrade | Expected a 'grace' with 'one-level', but there is none: members fall by another level each night.
                    """)
    void warnsOfWhatIsSeldomMeant(String from, String to, String pointer, String message) {
        assertThat(Programs.warnings(SHOP.replace(from, to == null ? "" : to)))
                .extracting(Problem::pointer, Problem::message)
                .containsExactly(Tuple.tuple(pointer, message));
    }

    @Test
    void expressionsKnowTheTier() {
        // Given
        Club gold = club("gold");
        Club bronze = club("bronze");

        // Then: a tier that is no more counts as the lowest, and so does none
        assertThat(buys(gold, Member.of("ann").in("gold"))).isEqualTo(1);
        assertThat(buys(gold, Member.of("bob").in("platinum"))).isZero();
        assertThat(buys(gold, Member.of("eva"))).isZero();
        assertThat(buys(bronze, Member.of("bob").in("platinum"))).isEqualTo(1);
        assertThat(buys(bronze, Member.of("eva"))).isEqualTo(1);
    }

    private static Club club(String tier) {
        return new Club(
                Programs.program(
                        SHOP.replace(
                                "on: purchase,",
                                "on: purchase, when: member.tier == '%s',".formatted(tier))));
    }

    private static long buys(Club club, Member member) {
        club.register(member);
        club.send(Events.purchase("of-" + member.id(), 5).by(member.id()).event());
        return club.balance(member.id(), "stars");
    }
}
