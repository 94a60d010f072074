package dev.laurel.benchmarks.engine;

import dev.laurel.engine.events.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Purchases on which all ten rules award; the same seed gives the same. */
final class Purchases {

    static final String TYPE = "purchase";
    private static final Instant FIRST = Instant.parse("2026-03-02T09:00:00Z");
    private static final List<String> DEPARTMENTS =
            List.of("shoes", "hats", "books", "toys", "garden", "kitchen", "sports", "music");

    private Purchases() {}

    /** So many purchases of one member, twenty minutes apart within the days. */
    static List<Event> of(String member, int count, long seed) {
        Random random = new Random(seed);
        List<Event> purchases = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Instant time =
                    FIRST.plus(Duration.ofDays(i / 20)).plus(Duration.ofMinutes(i % 20 * 20L));
            purchases.add(
                    new Event(
                            "/shop",
                            "p-" + seed + "-" + i,
                            TYPE,
                            member,
                            time,
                            time,
                            false,
                            data(random)));
        }
        return purchases;
    }

    /** A field of a purchase's data, all of which are there. */
    static Object field(Event purchase, String name) {
        return Objects.requireNonNull(purchase.data().get(name));
    }

    private static Map<String, Object> data(Random random) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("amount", (2_000 + random.nextInt(20_000)) / 100.0);
        data.put("currency", random.nextBoolean() ? "GBP" : "EUR");
        data.put("channel", "pos");
        data.put("store", "uk-" + random.nextInt(40));
        data.put("items", 2 + random.nextInt(9));
        data.put("categories", List.of("shoes", DEPARTMENTS.get(1 + random.nextInt(7))));
        return data;
    }
}
