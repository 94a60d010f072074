package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.events.Event;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lowest, highest and latest values. */
class MetricsTest {

    private static final String SHOP =
            """
            program: shop
            timeZone: Europe/London
            events:
              purchase: { amount: double }
              visit: { rating: int }
              refund: { purchase: string, reverses: { event: purchase, by: event.data.purchase } }
            metrics:
              - { id: lowest, on: purchase, value: min(event.data.amount) }
              - { id: highest, on: purchase, value: 'max(min(event.data.amount, 500.0))' }
              - { id: latest, on: purchase, value: last(event.data.amount) }
              - { id: rating, on: visit, value: max(event.data.rating) }
            badges:
              - { id: holds, when: "CONDITION" }
            """;

    @ParameterizedTest
    @CsvSource({
        "metrics.lowest == 10.5",
        "metrics.highest == 500.0",
        "metrics.latest == 40.0",
        "metrics.lowest > 0.0 && metrics.rating == 0.0"
    })
    void saysTheLowestTheHighestAndTheLatest(String condition) {
        Club club = club(condition);
        club.send(purchase("a", 40, "2026-03-12T10:00:00Z"));
        club.send(purchase("b", 10.5, "2026-03-10T10:00:00Z"));
        club.send(purchase("c", 600, "2026-03-11T10:00:00Z"));

        assertThat(club.badges("alice")).containsExactly("holds");
    }

    @ParameterizedTest
    @CsvSource({
        "metrics.lowest == 40.0 && metrics.highest == 40.0 && metrics.latest == 40.0",
        "metrics.latest == metrics.lowest && metrics.latest == metrics.highest"
    })
    void goesBackToWhatWasBeforeWhenTheFirstIsUndone(String condition) {
        Club club = club(condition);
        club.send(purchase("a", 40, "2026-03-10T10:00:00Z"));
        club.send(purchase("b", 10, "2026-03-11T10:00:00Z"));
        club.send(purchase("c", 90, "2026-03-12T10:00:00Z"));

        club.send(refund("rc", "c"));
        club.send(refund("rb", "b"));

        assertThat(club.badges("alice")).containsExactly("holds");
    }

    @Test
    void takesTheGreaterIdForTheLaterOfTwoAtOnce() {
        Club club = club("metrics.latest == 2.0");
        club.send(purchase("b", 2, "2026-03-10T10:00:00Z"));
        club.send(purchase("a", 1, "2026-03-10T10:00:00Z"));

        assertThat(club.badges("alice")).containsExactly("holds");
    }

    @Test
    void keepsOneOfEachValueThatSeveralEventsHave() {
        Club club = club("metrics.highest == 90.0");
        club.send(purchase("a", 90, "2026-03-10T10:00:00Z"));
        club.send(purchase("b", 90, "2026-03-11T10:00:00Z"));

        club.send(refund("r", "a"));

        assertThat(club.badges("alice")).containsExactly("holds");
    }

    @Test
    void leavesNothingOfWhatIsUndone() {
        Club club = club("metrics.lowest > 1.0");
        club.send(purchase("a", 40, "2026-03-10T10:00:00Z"));

        club.send(refund("r", "a"));

        assertThat(club.state("alice").metrics()).isEmpty();
        assertThat(club.badges("alice")).isEmpty();
    }

    @Test
    void keepsAFewValuesOnlyHoweverManyEventsThereAre() {
        Club club = club("metrics.lowest == 0.0");
        for (int i = 0; i < 1_000; i++) {
            club.send(purchase("p" + i, i, "2026-03-10T10:00:00Z"));
            club.send(Events.of("visit", "v" + i, Map.of("rating", i)).event());
        }

        assertThat(dev.laurel.engine.state.MemberStateCodec.encode(club.state("alice")))
                .hasSizeLessThan(1_100);
        assertThat(club.badges("alice")).containsExactly("holds");
    }

    private static Club club(String condition) {
        return new Club(Programs.program(SHOP.replace("CONDITION", condition)));
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
