package dev.laurel.engine;

import dev.laurel.engine.events.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Events for tests: recorded a second after they happened unless a test says otherwise. */
record Events(String type, String subject, String id, Instant time, Map<String, Object> data) {

    static final String SHOP = "/shop";
    static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    static Events purchase(String id, double amount) {
        return new Events("purchase", "alice", id, NOON, Map.of("amount", amount));
    }

    static Events of(String type, String id, Map<String, Object> data) {
        return new Events(type, "alice", id, NOON, data);
    }

    Events at(String when) {
        return new Events(type, subject, id, Instant.parse(when), data);
    }

    Events by(String member) {
        return new Events(type, member, id, time, data);
    }

    Events with(Map<String, Object> other) {
        return new Events(type, subject, id, time, other);
    }

    Event event() {
        return recordedAfter(Duration.ofSeconds(1));
    }

    Event recordedAfter(Duration delay) {
        return new Event(SHOP, id, type, subject, time, time.plus(delay), false, data);
    }

    Event imported(Duration delay) {
        return new Event(SHOP, id, type, subject, time, time.plus(delay), true, data);
    }
}
