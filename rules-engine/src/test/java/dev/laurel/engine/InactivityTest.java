package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decisions.ActivityEffect;
import dev.laurel.engine.decisions.Decision;
import dev.laurel.engine.decisions.Term;
import dev.laurel.engine.document.Problem;
import dev.laurel.engine.events.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Points that expire when their member has not been active for some time. */
class InactivityTest {

    private static final String SHOP =
            """
            program: shop
            timeZone: Europe/London
            wallets:
              - { id: credits, expiry: { inactivity: P6M } }
              - { id: miles, expiry: { inactivity: P1M, rounding: end-of-month, without: [purchase] } }
            events:
              purchase: { amount: double, seller: 'string?' }
              visit: { }
              refund: { purchase: string, reverses: { event: purchase, by: data.purchase } }
              missed: { since: timestamp, emitted: { after: P30D, without: [visit] } }
            rules:
              - { id: earn, on: purchase, award: { credits: 10, miles: 5 } }
              - { id: seller, on: purchase, when: has(event.data.seller), for: "has(event.data.seller) ? event.data.seller : ''", award: { credits: 3 } }
              - { id: missed, on: missed, award: { credits: 1 } }
            """;

    private static final Instant BOUGHT = Instant.parse("2011-03-01T12:00:00Z");

    private final Club club = new Club(Programs.program(SHOP));

    @Test
    void givesPointsThatSlide() {
        Decision decision = club.send(purchase(BOUGHT));

        assertThat(decision.points())
                .extracting(effect -> effect.term())
                .containsExactlyInAnyOrder(
                        new Term(BOUGHT, Instant.parse("2011-09-01T11:00:00Z"), null, true),
                        new Term(BOUGHT, Instant.parse("2011-04-30T23:00:00Z"), null, true));
        assertThat(decision.activities())
                .containsExactly(
                        new ActivityEffect(
                                "credits", BOUGHT, Instant.parse("2011-09-01T11:00:00Z")),
                        new ActivityEffect("miles", BOUGHT, Instant.parse("2011-04-30T23:00:00Z")));
    }

    @Test
    void countsOnlyWhatTheWalletNames() {
        Decision decision = club.send(event("visit", "v", Map.of(), BOUGHT));

        assertThat(decision.activities())
                .extracting(ActivityEffect::wallet)
                .containsExactly("credits");
    }

    @Test
    void countsNoSilence() {
        Decision decision =
                club.send(event("missed", "m", Map.of("since", BOUGHT.toString()), BOUGHT));

        assertThat(decision.activities()).isEmpty();
    }

    @Test
    void countsReturnsAndWhatTheyUndo() {
        Decision returned =
                club.send(event("refund", "r", Map.of("purchase", "1"), BOUGHT.plusSeconds(60)));
        Decision bought = club.send(purchase(BOUGHT));

        assertThat(returned.activities()).hasSize(1);
        assertThat(bought.outcome()).isEqualTo(Decision.Outcome.UNDONE);
        assertThat(bought.activities()).hasSize(2);
    }

    @Test
    void countsOnceAndOnlyForWhoDidIt() {
        List<Decision> decisions =
                club.sendToAll(
                        event("purchase", "1", Map.of("amount", 1.0, "seller", "bob"), BOUGHT));
        Decision again = club.send(purchase(BOUGHT));

        assertThat(decisions.getFirst().activities()).hasSize(2);
        assertThat(decisions.getLast().member()).isEqualTo("bob");
        assertThat(decisions.getLast().activities()).isEmpty();
        assertThat(again.activities()).isEmpty();
    }

    @Test
    void isNeverLaterThanItIsHeardOf() {
        Event ahead =
                Events.of("visit", "v", Map.of())
                        .at("2031-01-01T00:00:00Z")
                        .recordedAfter(Duration.ofDays(-365));

        assertThat(club.send(ahead).activities())
                .extracting(ActivityEffect::at)
                .containsExactly(Instant.parse("2030-01-01T00:00:00Z"));
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThat(problems("inactivity: P0D"))
                .containsExactly("Expected a duration above 0, but it was 'P0D'.");
        assertThat(problems("inactivity: P6M, after: P1M"))
                .containsExactly(
                        "Expected 'inactivity' without 'after' and 'on', but one of them is there.");
        assertThat(problems("inactivity: P6M, without: [ vist ]"))
                .containsExactly("Expected 'visit', but the event type 'vist' is unknown.");
        assertThat(problems("after: P6M, without: [ visit ]"))
                .containsExactly("Expected 'inactivity' with 'without', but it is missing.");
    }

    private static List<String> problems(String expiry) {
        return Programs.problems(SHOP.replace("inactivity: P6M", expiry)).stream()
                .map(Problem::message)
                .toList();
    }

    private static Event purchase(Instant when) {
        return event("purchase", "1", Map.of("amount", 1.0), when);
    }

    private static Event event(String type, String id, Map<String, Object> data, Instant when) {
        return Events.of(type, id, data).at(when.toString()).event();
    }
}
