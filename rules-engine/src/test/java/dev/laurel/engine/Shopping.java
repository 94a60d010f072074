package dev.laurel.engine;

import dev.laurel.engine.events.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Random events for the programs of {@link Mechanic}. */
final class Shopping {

    private static final List<String> MEMBERS = List.of("alice", "bob", "carol");
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

    private final Random random;
    private int nth;

    Shopping(Random random) {
        this.random = random;
    }

    /** Purchases and visits within forty days. */
    List<Event> events(int count) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(random.nextInt(4) == 0 ? visit() : purchase());
        }
        return events;
    }

    private Event visit() {
        return event("visit", "v" + nth++, member(), time(), Map.of());
    }

    private Event purchase() {
        Map<String, Object> data = new HashMap<>();
        data.put("amount", (1 + random.nextInt(6000)) / 100.0);
        data.put(
                "items",
                random.ints(1 + random.nextInt(4), 0, 6).mapToObj(n -> "sku" + n).toList());
        data.put("lines", lines());
        data.put("store", "store" + random.nextInt(4));
        if (random.nextInt(3) == 0) {
            data.put("friend", member());
        }
        return event("purchase", "p" + nth++, member(), time(), data);
    }

    /** Some articles may be there in several lines. */
    private List<Map<String, Object>> lines() {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
            int sku = random.nextInt(6);
            lines.add(
                    Map.of(
                            "sku",
                            "sku" + sku,
                            "kind",
                            List.of("toy", "book", "tea").get(sku % 3),
                            "quantity",
                            1 + random.nextInt(3),
                            "price",
                            random.nextInt(0, 2000) / 100.0));
        }
        return lines;
    }

    /**
     * Up to three returns of a part each, by amount or by line, which may come to more than the
     * purchase.
     */
    List<Event> someReturns(Event purchase) {
        List<Event> returns = new ArrayList<>();
        for (int left = random.nextInt(4); left > 0; left--) {
            if (random.nextBoolean()) {
                double amount = amountOf(purchase) * random.nextInt(1, 100) / 100;
                returns.add(returned(purchase, amount));
            } else {
                List<Map<String, Object>> lines = linesOf(purchase);
                Map<String, Object> line = lines.get(random.nextInt(lines.size()));
                returns.add(sentBack(purchase, List.of(lineOf(line, 1 + random.nextInt(2)))));
            }
        }
        return returns;
    }

    /** Returns of all lines, each in one or two parts. */
    private List<Event> allLines(Event purchase) {
        List<Event> returns = new ArrayList<>();
        List<Object> together = new ArrayList<>();
        for (Map<String, Object> line : linesOf(purchase)) {
            int quantity = ((Number) Objects.requireNonNull(line.get("quantity"))).intValue();
            int first = random.nextInt(quantity + 1);
            if (first > 0) {
                returns.add(sentBack(purchase, List.of(lineOf(line, first))));
            }
            if (first < quantity) {
                together.add(lineOf(line, quantity - first));
            }
        }
        if (!together.isEmpty()) {
            returns.add(sentBack(purchase, together));
        }
        return returns;
    }

    private static Map<String, Object> lineOf(Map<String, Object> line, int quantity) {
        return Map.of("sku", Objects.requireNonNull(line.get("sku")), "quantity", (long) quantity);
    }

    private Event sentBack(Event purchase, List<?> lines) {
        return event(
                "sent-back",
                "s" + nth++,
                purchase.subject(),
                purchase.time().plus(Duration.ofHours(random.nextInt(1, 1000))),
                Map.of("purchase", purchase.id(), "lines", lines));
    }

    @SuppressWarnings("unchecked") // made here
    private static List<Map<String, Object>> linesOf(Event purchase) {
        return (List<Map<String, Object>>) Objects.requireNonNull(purchase.data().get("lines"));
    }

    /** Returns of all lines, a cancellation, or returns that add up to the whole, or several. */
    List<Event> fullReturn(Event purchase) {
        if (random.nextInt(3) == 0) {
            return allLines(purchase);
        }
        List<Event> returns = new ArrayList<>();
        int parts = random.nextInt(5);
        double left = amountOf(purchase);
        for (int part = 1; part < parts; part++) {
            double amount = Math.round(left * random.nextDouble() * 100) / 100.0;
            if (amount > 0) {
                returns.add(returned(purchase, amount));
                left -= amount;
            }
        }
        if (parts == 0 || left <= 0.005 || random.nextInt(5) == 0) {
            returns.add(
                    event(
                            "cancelled",
                            "c" + nth++,
                            purchase.subject(),
                            purchase.time().plusSeconds(60),
                            Map.of("purchase", purchase.id())));
        } else {
            returns.add(returned(purchase, left));
        }
        return returns;
    }

    private Event returned(Event purchase, double amount) {
        return event(
                "returned",
                "r" + nth++,
                purchase.subject(),
                purchase.time().plus(Duration.ofHours(random.nextInt(1, 1000))),
                Map.of("purchase", purchase.id(), "amount", amount));
    }

    static double amountOf(Event purchase) {
        return ((Number) Objects.requireNonNull(purchase.data().get("amount"))).doubleValue();
    }

    /** In another order, a quarter of them twice. */
    List<Event> shuffledWithDuplicates(List<Event> events) {
        List<Event> shuffled = new ArrayList<>(events);
        events.stream().filter(event -> random.nextInt(4) == 0).forEach(shuffled::add);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private String member() {
        return MEMBERS.get(random.nextInt(MEMBERS.size()));
    }

    private Instant time() {
        return MARCH.plus(Duration.ofMinutes(random.nextInt(40 * 24 * 60)));
    }

    private static Event event(
            String type, String id, String member, Instant time, Map<String, Object> data) {
        return new Event(Events.SHOP, id, type, member, time, time.plusSeconds(1), false, data);
    }
}
