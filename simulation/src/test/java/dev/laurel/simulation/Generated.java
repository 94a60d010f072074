package dev.laurel.simulation;

import dev.laurel.engine.events.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A program of nearly every mechanic, and events of chance for it. */
final class Generated {

    static final String PROGRAM =
            """
            program: shop
            timeZone: Europe/London
            lateness: P60D
            wallets: [ { id: stars, start: 20, floor: 5 }, { id: sparks } ]
            events:
              purchase: { amount: double, lines: list, store: string, friend: 'string?' }
              visit: { }
              cancelled: { purchase: string, reverses: { event: purchase, by: data.purchase } }
              returned: { purchase: string, amount: double, reverses: { event: purchase, by: data.purchase, share: data.amount / original.data.amount } }
              sent-back: { purchase: string, lines: list, reverses: { event: purchase, by: data.purchase, lines: { of: lines, returned: lines, id: sku, quantity: quantity, price: price } } }
            metrics:
              - { id: spend, on: purchase, value: sum(event.data.amount) }
              - { id: kinds, on: purchase, value: 'distinct(event.data.lines.map(l, l.kind))' }
              - { id: visits, on: visit, value: count() }
              - { id: store_spend, on: purchase, per: event.data.store, value: sum(event.data.amount) }
            rules:
              - { id: earn, on: purchase, award: { stars: floor(event.data.amount) - 25 }, limits: [ { per: day, stars: 40 } ] }
              - { id: toys, on: purchase, award: { sparks: 'size(event.data.lines.filter(l, l.kind == "toy")) * 4' } }
              - { id: calm, on: purchase, award: { sparks: 2 }, cooldown: P1D }
              - { id: store, on: purchase, award: { sparks: 3 }, limits: [ { per: ever, count: 1, object: event.data.store } ] }
              - { id: refer, on: purchase, when: has(event.data.friend), for: event.data.friend, award: { sparks: 10 } }
            limits: [ { id: both, rules: [ toys, calm ], per: week, sparks: 30 } ]
            boosts: [ { id: weekend, days: [ sat, sun ], multiply: { sparks: 1.5 } } ]
            challenges:
              - { id: path, order: sequence, steps: [ { id: look, measure: visits, target: 1 }, { id: buy, measure: spend, target: 40 } ], award: { sparks: 11 } }
              - { id: weekly, repeat: weekly, steps: [ { id: spend, measure: spend, target: 60 } ], award: { sparks: 4, badge: keen } }
              - { id: burst, steps: [ { id: span, measure: spend, target: 120, window: P7D } ], award: { sparks: 30 } }
            streaks:
              - { id: daily, on: purchase, every: day, milestones: { 2: { sparks: 20 }, 4: { badge: keen } }, freezes: { earnEvery: 2, max: 2 } }
            badges:
              - { id: keen }
              - { id: all-round, when: metrics.kinds >= 3 }
              - { id: friend, when: metrics.store_spend >= 60, times: per-object }
            """;

    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final List<String> MEMBERS = List.of("alice", "bob", "carol");

    private Generated() {}

    /** In any order, returns before their purchases, a quarter of all twice. */
    static List<Event> events(Random random) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            if (random.nextInt(4) == 0) {
                events.add(event("visit", "v" + i, member(random), random, Map.of()));
                continue;
            }
            Event purchase = purchase("p" + i, random);
            events.add(purchase);
            if (random.nextInt(2) == 0) {
                events.add(reversal("r" + i, purchase, random));
            }
        }
        events.addAll(List.copyOf(events.subList(0, events.size() / 4)));
        Collections.shuffle(events, random);
        return events;
    }

    private static Event purchase(String id, Random random) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int sku = 0; sku <= random.nextInt(3); sku++) {
            String kind = List.of("toy", "book", "tea").get(random.nextInt(3));
            lines.add(Map.of("sku", "s" + sku, "kind", kind, "quantity", 2, "price", 4.5));
        }
        Map<String, Object> data = new HashMap<>();
        data.put("amount", (1 + random.nextInt(6000)) / 100.0);
        data.put("lines", lines);
        data.put("store", "store" + random.nextInt(4));
        if (random.nextInt(3) == 0) {
            data.put("friend", member(random));
        }
        return event("purchase", id, member(random), random, data);
    }

    private static Event reversal(String id, Event purchase, Random random) {
        String type = List.of("cancelled", "returned", "sent-back").get(random.nextInt(3));
        Map<String, Object> data = new HashMap<>();
        data.put("purchase", purchase.id());
        switch (type) {
            case "returned" -> data.put("amount", random.nextInt(1, 40) * 1.0);
            case "sent-back" ->
                    data.put(
                            "lines",
                            List.of(Map.of("sku", "s0", "quantity", 1 + random.nextInt(2))));
            default -> {}
        }
        return event(type, id, purchase.subject(), random, data);
    }

    private static String member(Random random) {
        return MEMBERS.get(random.nextInt(MEMBERS.size()));
    }

    private static Event event(
            String type, String id, String member, Random random, Map<String, Object> data) {
        Instant time = MARCH.plus(Duration.ofMinutes(random.nextInt(40 * 24 * 60)));
        return new Event(
                "/shop", id, type, member, time, MARCH.plus(Duration.ofDays(45)), false, data);
    }
}
