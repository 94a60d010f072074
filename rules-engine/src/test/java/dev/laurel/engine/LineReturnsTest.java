package dev.laurel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decisions.Decision;
import dev.laurel.engine.decisions.Decision.Outcome;
import dev.laurel.engine.decisions.Failure;
import dev.laurel.engine.document.Problem;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.metrics.Metric;
import dev.laurel.engine.state.MetricKey;
import dev.laurel.engine.traces.EventTrace;
import dev.laurel.engine.traces.EventTraceCodec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Events that undo some lines of another event. */
class LineReturnsTest {

    private static final String SHOP =
            """
            program: shop
            timeZone: Europe/London
            wallets: [ { id: stars }, { id: sparks } ]
            events:
              purchase: { amount: double, items: list, seller: 'string?' }
              returned: { purchase: string, items: list, reverses: { event: purchase, by: data.purchase, lines: { of: items, returned: items, id: sku, quantity: quantity, price: price } } }
              refund: { purchase: string, amount: double, reverses: { event: purchase, by: data.purchase, share: data.amount / original.data.amount } }
            metrics:
              - { id: spend, on: purchase, value: sum(event.data.amount) }
              - { id: purchases, on: purchase, value: count() }
              - { id: lines, on: purchase, value: sum(size(event.data.items)) }
              - { id: products, on: purchase, value: 'distinct(event.data.items.map(i, i.sku))' }
              - { id: kinds, on: purchase, value: 'distinct(event.data.items.map(i, i.kind))' }
            rules:
              - { id: earn, on: purchase, award: { stars: floor(event.data.amount) } }
              - { id: toys, on: purchase, award: { sparks: 'size(event.data.items.filter(i, i.kind == "toy")) * 25' } }
              - { id: refer, on: purchase, when: has(event.data.seller), for: event.data.seller, award: { sparks: 100 } }
            boosts:
              - { id: double-toys, rules: [ toys ], multiply: { sparks: 2.0 } }
            """;

    private static final Program PROGRAM = Programs.program(SHOP);

    private final Club club = new Club(PROGRAM);

    /** 60 of books, 30 of a bear and 10 of a game. */
    private static final List<Object> ITEMS =
            List.of(
                    item("books", "book", 3, 20),
                    item("bear", "toy", 1, 30),
                    item("game", "toy", 2, 5));

    @Test
    void takesBackTheShareOfTheLineByWhatItIsWorth() {
        club.send(purchase());

        Decision decision = club.send(returned("r", line("books", 1)));

        assertThat(decision.outcome()).isEqualTo(Outcome.REVERSED);
        assertThat(decision.reason()).isNull();
        assertThat(decision.failures()).isEmpty();
        assertThat(club.balance("alice", "stars")).isEqualTo(80);
        assertThat(metric("spend")).isEqualTo(80);
        assertThat(metric("purchases")).isEqualTo(1);
    }

    @Test
    void takesBackWhatARuleGaveForTheLineItself() {
        club.send(purchase());
        assertThat(club.balance("alice", "sparks")).isEqualTo(100); // two toys, doubled

        club.send(returned("r1", line("books", 3)));
        assertThat(club.balance("alice", "sparks")).isEqualTo(100);

        club.send(returned("r2", line("game", 1)));
        assertThat(club.balance("alice", "sparks")).isEqualTo(75);
    }

    @Test
    void forgetsValuesOfWhichNoLineIsLeft() {
        club.send(purchase());

        club.send(returned("r1", Map.of("sku", "game")));
        assertThat(metric("products")).isEqualTo(2);
        assertThat(metric("kinds")).isEqualTo(2); // the bear is a toy, too
        assertThat(metric("lines")).isEqualTo(2);

        club.send(returned("r2", line("bear", 1)));
        assertThat(metric("products")).isEqualTo(1);
        assertThat(metric("kinds")).isEqualTo(1);
    }

    @Test
    void namesALineByItsIdAlone() {
        club.send(purchase());

        club.send(returned("r", "books"));

        assertThat(club.balance("alice", "stars")).isEqualTo(40);
    }

    @Test
    void takesALineOnce() {
        club.send(purchase());
        club.send(returned("r1", line("bear", 1)));

        Decision again = club.send(returned("r2", line("bear", 1)));
        club.send(returned("r3", line("books", 2)));
        club.send(returned("r4", line("books", 2)));

        assertThat(again.reason())
                .isEqualTo("Expected a line that is left, but 'bear' has been returned before.");
        assertThat(again.points()).isEmpty();
        assertThat(club.balance("alice", "stars")).isEqualTo(10);
    }

    @Test
    void saysWhichLinesItDoesNotKnowAndTakesTheOthers() {
        club.send(purchase());

        Decision decision =
                club.send(
                        returned(
                                "r",
                                line("sofa", 1),
                                line("bear", 1),
                                line("game", -1),
                                Map.of("quantity", 1)));

        assertThat(decision.failures())
                .extracting(Failure::message)
                .containsExactly(
                        "Expected more than 0 of 'game', but it was -1.",
                        "Expected 'sku' in each line, but it is missing.",
                        "Expected a line that was bought, but 'sofa' was not.");
        assertThat(club.balance("alice", "stars")).isEqualTo(70);
    }

    static Stream<List<String>> orders() {
        return Stream.of(
                List.of("p", "r1", "r2", "r3"),
                List.of("r1", "r2", "r3", "p"),
                List.of("r3", "p", "r1", "r2"),
                List.of("r2", "r1", "p", "r3", "p", "r2"));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void leavesNothingWhenAllLinesHaveGoneBack(List<String> order) {
        Map<String, Event> events =
                Map.of(
                        "p", purchase(),
                        "r1", returned("r1", line("books", 1), line("game", 2)),
                        "r2", returned("r2", line("bear", 1)),
                        "r3", returned("r3", line("books", 2)));

        order.forEach(name -> club.sendToAll(events.getOrDefault(name, purchase())));

        assertThat(club.summary()).isEmpty();
        for (String member : List.of("alice", "bob")) {
            assertThat(club.trace(member, purchase().key())).isInstanceOf(EventTrace.Undone.class);
        }
    }

    @Test
    void reachesOtherBeneficiariesByWhatTheLinesAreWorth() {
        club.sendToAll(purchase());

        club.sendToAll(returned("r", line("bear", 1)));

        assertThat(club.balance("bob", "sparks")).isEqualTo(70);
    }

    @Test
    void addsUpWithSharesToAtMostTheWhole() {
        club.send(purchase());
        club.send(refund("r1", 50));
        assertThat(club.balance("alice", "stars")).isEqualTo(50);

        club.send(returned("r2", line("bear", 1)));
        assertThat(club.balance("alice", "stars")).isEqualTo(20);

        club.send(returned("r3", line("books", 3)));
        assertThat(club.summary()).doesNotContainKeys("alice points", "alice metrics");
    }

    @Test
    void takesBackByTheAmountOfALineWhereLinesHaveOne() {
        Club byAmount =
                new Club(
                        Programs.program(
                                SHOP.replace("quantity: quantity, price: price", "amount: total")));
        List<Object> items =
                List.of(
                        Map.of("sku", "a", "kind", "book", "total", 60.0),
                        Map.of("sku", "b", "kind", "book", "total", 50.0),
                        Map.of("sku", "discount", "kind", "none", "total", -10.0));
        byAmount.send(purchase(items));

        byAmount.send(returned("r1", Map.of("sku", "a", "total", 15.0)));
        assertThat(byAmount.balance("alice", "stars")).isEqualTo(87); // 15 of 110

        byAmount.send(returned("r2", Map.of("sku", "a", "total", 45.0), "b", "discount"));
        assertThat(byAmount.summary()).isEmpty();
    }

    @Test
    void countsLinesAlikeWhereNothingSaysWhatTheyAreWorth() {
        Club alike =
                new Club(Programs.program(SHOP.replace(", quantity: quantity, price: price", "")));
        alike.send(purchase());

        alike.send(returned("r", "game"));

        assertThat(alike.balance("alice", "stars")).isEqualTo(67);
    }

    @Test
    void takesLinesWithTheSameIdAsOne() {
        club.send(
                purchase(
                        List.of(
                                item("book", "book", 1, 40),
                                item("book", "book", 1, 40),
                                item("bear", "toy", 1, 20))));

        club.send(returned("r", line("book", 1)));

        assertThat(club.balance("alice", "stars")).isEqualTo(60);
    }

    @Test
    void takesBackAtTheRateOfThatDay() {
        club.send(purchase());
        club.publish(
                SHOP.replace("stars: floor(event.data.amount)", "stars: 1")
                        .replace("* 25", "* 1")
                        .replace("multiply: { sparks: 2.0 }", "multiply: { sparks: 9.0 }"));

        club.send(returned("r", line("bear", 1)));

        assertThat(club.balance("alice", "stars")).isEqualTo(70);
        assertThat(club.balance("alice", "sparks")).isEqualTo(50);
    }

    @Test
    void keepsFewBytesPerLine() {
        List<Object> items =
                IntStream.range(0, 30)
                        .<Object>mapToObj(n -> item("sku-" + n, "book", 2, 3))
                        .toList();
        Event purchase = purchase(items);

        club.send(purchase);

        assertThat(EventTraceCodec.encode(club.trace("alice", purchase.key())))
                .hasSizeLessThan(30 * 32);
    }

    @Test
    void keepsNoLinesOfWhatHasTooMany() {
        List<Object> items =
                IntStream.range(0, 1001)
                        .<Object>mapToObj(n -> item("s" + n, "book", 1, 1))
                        .toList();
        club.send(purchase(items));

        Decision decision = club.send(returned("r", "s1"));

        assertThat(decision.reason())
                .isEqualTo(
                        "Expected a purchase of which lines can be returned, but of '1' none were kept.");
        assertThat(club.balance("alice", "stars")).isEqualTo(100);
    }

    @Test
    void refusesLinesThatAreNotWrittenRight() {
        assertThat(problems("price: price", "price: price, amount: total"))
                .containsExactly(
                        "Expected either 'price' or 'amount', but there are both of them.");
        assertThat(problems("of: items, returned: items", "of: itms, returned: purchase"))
                .containsExactly(
                        "Expected 'items', but the list of purchase 'itms' is unknown.",
                        "Expected items, but the list of returned 'purchase' is unknown.");
        assertThat(problems("id: sku, quantity: quantity", "quantity: the quantity"))
                .containsExactly(
                        "Expected 'id', but it is missing.",
                        "Expected the name of a field of a line, but it was 'the quantity'.");
        assertThat(problems("price: price }", "price: price }, share: 0.5"))
                .containsExactly("Expected either 'share' or 'lines', but there are both of them.");
        assertThat(
                        problems(
                                "share: data.amount / original.data.amount",
                                "lines: { of: items, returned: items, id: sku }"))
                .containsExactly(
                        "Expected 'refund' to have a field of type list, but it has none.");
        assertThat(
                        problems(
                                "amount: double, reverses: { event: purchase, by: data.purchase, share: data.amount / original.data.amount",
                                "amount: list, reverses: { event: purchase, by: data.purchase, lines: { of: items, returned: amount, id: name }"))
                .containsExactly(
                        "Expected the lines of 'purchase' to be read as by 'returned', but 'of' or a field is another one.");
    }

    private static List<String> problems(String word, String instead) {
        assertThat(SHOP).contains(word);
        return Programs.problems(SHOP.replace(word, instead)).stream()
                .map(Problem::message)
                .toList();
    }

    private double metric(String id) {
        Metric metric =
                PROGRAM.metrics().stream().filter(m -> m.id().equals(id)).findFirst().orElseThrow();
        return metric.value(club.state("alice").metric(MetricKey.ever(id)));
    }

    private static Map<String, Object> item(String sku, String kind, int quantity, double price) {
        return Map.of("sku", sku, "kind", kind, "quantity", quantity, "price", price);
    }

    private static Map<String, Object> line(String sku, int quantity) {
        return Map.of("sku", sku, "quantity", quantity);
    }

    private static Event purchase() {
        return purchase(ITEMS);
    }

    private static Event purchase(List<Object> items) {
        Map<String, Object> data = new HashMap<>();
        data.put("amount", 100.0);
        data.put("items", items);
        data.put("seller", "bob");
        return Events.of("purchase", "1", data).event();
    }

    private static Event refund(String id, double amount) {
        return Events.of("refund", id, Map.of("purchase", "1", "amount", amount)).event();
    }

    private static Event returned(String id, Object... lines) {
        List<Object> items = new ArrayList<>(List.of(lines));
        return Events.of("returned", id, Map.of("purchase", "1", "items", items)).event();
    }
}
