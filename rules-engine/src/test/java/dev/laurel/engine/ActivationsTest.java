package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decisions.ActivationEffect;
import dev.laurel.engine.decisions.Decision;
import dev.laurel.engine.decisions.PointsEffect;
import dev.laurel.engine.decisions.Term;
import dev.laurel.engine.document.Problem;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.events.EventKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Points that wait for an event about the event that gave them. */
class ActivationsTest {

    private static final String SHOP =
            """
            program: shop
            timeZone: Europe/London
            wallets:
              - { id: credits, pending: { until: delivered, atMost: P30D }, expiry: { after: P12M, rounding: end-of-month } }
              - { id: miles, pending: { until: delivered } }
              - { id: stars }
            events:
              purchase: { amount: double, seller: 'string?' }
              review: { text: string }
              refund: { purchase: string, reverses: { event: purchase, by: data.purchase } }
              delivered: { purchase: string, activates: { event: purchase, by: data.purchase } }
            metrics: [ { id: purchases, on: purchase, value: count() } ]
            rules:
              - { id: earn, on: purchase, award: { credits: 10, miles: 5, stars: 1 } }
              - { id: seller, on: purchase, when: has(event.data.seller), for: "has(event.data.seller) ? event.data.seller : ''", award: { credits: 3 } }
              - { id: reviewed, on: review, award: { credits: 2 } }
              - { id: thanks, on: delivered, award: { stars: 4 } }
            challenges:
              - { id: first, name: First, steps: [ { id: one, measure: purchases, target: 1 } ], award: { credits: 100 } }
            """;

    private static final Instant BOUGHT = Instant.parse("2011-03-01T12:00:00Z");
    private static final Instant DELIVERED = Instant.parse("2011-03-05T09:30:00Z");

    private final Club club = new Club(Programs.program(SHOP));

    @Test
    void givesPointsThatWaitAsLongAsTheWalletSays() {
        Decision decision = club.send(purchase());

        assertThat(term(decision, "credits", 10))
                .isEqualTo(
                        new Term(
                                Instant.parse("2011-03-31T11:00:00Z"),
                                Instant.parse("2012-03-31T23:00:00Z"),
                                "delivered"));
        assertThat(term(decision, "miles", 5)).isEqualTo(new Term(null, null, "delivered"));
    }

    @Test
    void letsOnlyRulesOnTheNamedTypeWait() {
        Decision bought = club.send(purchase());
        Decision reviewed = club.send(Events.of("review", "v", Map.of("text", "fine")).event());

        assertThat(term(bought, "credits", 100).activates()).isEqualTo(BOUGHT);
        assertThat(term(reviewed, "credits", 2).until()).isNull();
        assertThat(term(reviewed, "credits", 2).activates()).isEqualTo(Events.NOON);
    }

    @Test
    void activatesWhatTheEventGave() {
        Decision given = club.send(purchase());
        Decision delivered = club.send(delivered("d", DELIVERED));

        assertThat(delivered.outcome()).isEqualTo(Decision.Outcome.DECIDED);
        assertThat(delivered.reason()).isNull();
        assertThat(delivered.activations())
                .containsExactlyInAnyOrder(
                        new ActivationEffect(effect(given, "credits", 10).id(), "credits", soon()),
                        new ActivationEffect(
                                effect(given, "miles", 5).id(),
                                "miles",
                                new Term(DELIVERED, null, "delivered")));
        assertThat(club.balance("alice", "stars")).isEqualTo(1 + 4);
    }

    @Test
    void activatesAtOnceWhatComesAfterIt() {
        // Given
        Decision delivered = club.send(delivered("d", DELIVERED));
        club.send(delivered("later", DELIVERED.plusSeconds(60)));

        // When
        Decision given = club.send(purchase());

        // Then
        assertThat(delivered.reason())
                .isEqualTo(
                        "Expected the purchase '1' before what activates its points, but it has not come yet.");
        assertThat(delivered.activations()).isEmpty();
        assertThat(term(given, "credits", 10)).isEqualTo(soon());
        assertThat(term(given, "miles", 5)).isEqualTo(new Term(DELIVERED, null, "delivered"));
    }

    @Test
    void takesThePeriodWhereThatIsEarlier() {
        club.send(delivered("d", Instant.parse("2011-05-01T00:00:00Z")));
        Decision given = club.send(purchase());

        assertThat(term(given, "credits", 10).activates())
                .isEqualTo(Instant.parse("2011-03-31T11:00:00Z"));
    }

    @Test
    void neverActivatesPointsBeforeTheyAreGiven() {
        club.send(delivered("d", BOUGHT.minusSeconds(3600)));
        Decision given = club.send(purchase());

        assertThat(term(given, "miles", 5).activates()).isEqualTo(BOUGHT);
    }

    @Test
    void activatesWhatOthersWereGivenToo() {
        // Given
        Event bought =
                Events.of("purchase", "1", Map.of("amount", 40.0, "seller", "bob"))
                        .at(BOUGHT.toString())
                        .event();

        // When
        List<Decision> given = club.sendToAll(bought);
        List<Decision> delivered = club.sendToAll(delivered("d", DELIVERED));

        // Then
        assertThat(delivered).extracting(Decision::member).containsExactly("alice", "bob");
        assertThat(delivered.getLast().activations())
                .containsExactly(
                        new ActivationEffect(
                                effect(given.getLast(), "credits", 3).id(), "credits", soon()));
    }

    @Test
    void tellsOthersWhatCameBeforeTheEvent() {
        club.send(delivered("d", DELIVERED));
        List<Decision> given =
                club.sendToAll(
                        Events.of("purchase", "1", Map.of("amount", 40.0, "seller", "bob"))
                                .at(BOUGHT.toString())
                                .event());

        assertThat(term(given.getLast(), "credits", 3)).isEqualTo(soon());
    }

    @Test
    void doesNothingOnceTheEventIsUndone() {
        club.send(purchase());
        club.send(refund());
        Decision delivered = club.send(delivered("d", DELIVERED));

        assertThat(delivered.activations()).isEmpty();
        assertThat(delivered.reason())
                .isEqualTo("Expected a purchase that stands, but '1' was undone by 'r' before.");
    }

    @Test
    void waitsForTheEventTogetherWithItsReversal() {
        // Given
        club.send(refund());
        club.send(delivered("d", DELIVERED));

        // When
        Decision given = club.send(purchase());

        // Then
        assertThat(given.outcome()).isEqualTo(Decision.Outcome.UNDONE);
        assertThat(term(given, "credits", 10)).isEqualTo(soon());
        assertThat(club.balance("alice", "credits")).isZero();
    }

    @Test
    void activatesOnceForDuplicatesAndOnlyForTheOwner() {
        club.send(purchase());
        club.send(delivered("d", DELIVERED));
        Decision again = club.send(delivered("d", DELIVERED));
        Decision foreign =
                club.send(
                        Events.of("delivered", "f", Map.of("purchase", "1")).by("mallory").event());

        assertThat(again.outcome()).isEqualTo(Decision.Outcome.DUPLICATE);
        assertThat(again.activations()).isEmpty();
        assertThat(foreign.activations()).isEmpty();
        assertThat(club.trace("alice", new EventKey(Events.SHOP, "1")).type())
                .isEqualTo("purchase");
    }

    @Test
    void refusesWalletsThatWaitForWhatNeverComes() {
        assertThat(problems("pending: { until: purchase }"))
                .containsExactly(
                        "Expected delivered, but the event type with 'activates' 'purchase' is unknown.");
        assertThat(problems("pending: { until: delivered, atMost: soon }"))
                .containsExactly(
                        "Expected a duration of at most ten years such as P14D or P12M, but it was 'soon'.");
        assertThat(problems("pending: { atMost: P3D }"))
                .containsExactly("Expected 'until', but it is missing.");
    }

    @Test
    void refusesEventsThatActivateWhatReverses() {
        assertThat(
                        Programs.problems(
                                        SHOP.replace(
                                                "activates: { event: purchase",
                                                "activates: { event: refund"))
                                .stream()
                                .map(Problem::message))
                .containsExactly(
                        "Expected events that reverse and activate nothing themselves, but 'refund' does.");
    }

    @Test
    void warnsOfWaitingInVain() {
        assertThat(Programs.warnings(SHOP)).isEmpty();
        assertThat(
                        Programs.warnings(
                                        SHOP.replace("credits: 10, miles: 5,", "credits: 10,")
                                                .replace("{ credits: 2 }", "{ miles: 2 }"))
                                .stream()
                                .map(Problem::message))
                .containsExactly(
                        "Expected a rule on 'purchase' to pay into 'miles', but none does, so nothing waits for 'delivered'.");
        assertThat(
                        Programs.warnings(
                                        SHOP.replace("{ until: delivered, atMost: P30D }", "P30D")
                                                .replace("{ until: delivered }", "P30D"))
                                .stream()
                                .map(Problem::message))
                .containsExactly(
                        "Expected a wallet whose points are pending until 'delivered', but there is none.");
    }

    private static List<String> problems(String pending) {
        return Programs.problems(SHOP.replace("pending: { until: delivered }", pending)).stream()
                .map(Problem::message)
                .toList();
    }

    private static Term soon() {
        return new Term(DELIVERED, Instant.parse("2012-03-31T23:00:00Z"), "delivered");
    }

    private static PointsEffect effect(Decision decision, String wallet, long points) {
        return decision.points().stream()
                .filter(each -> each.wallet().equals(wallet) && each.points() == points)
                .findFirst()
                .orElseThrow();
    }

    private static Term term(Decision decision, String wallet, long points) {
        return java.util.Objects.requireNonNull(effect(decision, wallet, points).term());
    }

    private static Event purchase() {
        return Events.purchase("1", 40).at(BOUGHT.toString()).event();
    }

    private static Event refund() {
        return Events.of("refund", "r", Map.of("purchase", "1")).at("2011-03-04T13:00:00Z").event();
    }

    private static Event delivered(String id, Instant when) {
        return Events.of("delivered", id, Map.of("purchase", "1")).at(when.toString()).event();
    }
}
