package dev.laurel.gateway.intake;

import dev.laurel.contracts.programs.EventShapes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Programs that are published, and come to be known when somebody catches up. */
final class FakePrograms implements Programs {

    private final Map<String, EventShapes> published = new HashMap<>();
    private final Map<String, EventShapes> known = new HashMap<>();
    private boolean brokerIsUp = true;

    void publish(String program, Map<String, Object> events) {
        published.put(program, EventShapes.of(Map.of("events", events)));
    }

    void loseTheBroker() {
        brokerIsUp = false;
    }

    @Override
    public Optional<EventShapes> find(String program) {
        return Optional.ofNullable(known.get(program));
    }

    @Override
    public boolean catchUp() {
        if (brokerIsUp) {
            known.putAll(published);
        }
        return brokerIsUp;
    }
}
