package dev.laurel.gateway.intake;

import dev.laurel.contracts.programs.EventShapes;
import dev.laurel.contracts.programs.PublishedProgram;
import dev.laurel.programfeed.ProgramFeed;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Programs as they come from {@code laurel.programs}, read once per version. Thread-safe. */
final class PublishedPrograms implements Programs {

    private final Map<String, EventShapes> shapes = new ConcurrentHashMap<>();
    private final ProgramFeed feed;
    private final Duration patience;

    PublishedPrograms(ProgramFeed feed, Duration patience) {
        this.feed = feed;
        this.patience = patience;
        feed.onPublished(this::take);
    }

    @Override
    public Optional<EventShapes> find(String program) {
        return Optional.ofNullable(shapes.get(program));
    }

    @Override
    public boolean catchUp() {
        return feed.catchUp(patience);
    }

    private void take(PublishedProgram published) {
        shapes.put(published.program(), EventShapes.of(published.document()));
    }
}
