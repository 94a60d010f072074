package dev.laurel.gateway.intake;

import dev.laurel.contracts.programs.EventShapes;
import dev.laurel.contracts.programs.PublishedProgram;
import dev.laurel.programfeed.ProgramFeed;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The event shapes of every published program. Thread-safe.
 *
 * <p>It knows a version a moment after the publish was answered. Whoever is about to refuse an event
 * because of its program calls {@link #catchUp()} and looks again, so that an event sent right after
 * a publish is never refused by the version before.
 */
final class Programs {

    private final Map<String, EventShapes> shapes = new ConcurrentHashMap<>();
    private final ProgramFeed feed;
    private final Duration patience;

    Programs(ProgramFeed feed, Duration patience) {
        this.feed = feed;
        this.patience = patience;
        feed.onPublished(this::take);
    }

    Optional<EventShapes> find(String program) {
        return Optional.ofNullable(shapes.get(program));
    }

    /**
     * Waits until every version is known whose publish was answered before this call.
     *
     * @return whether that was so in time; otherwise nobody can say what is right
     */
    boolean catchUp() {
        return feed.catchUp(patience);
    }

    private void take(PublishedProgram published) {
        shapes.put(published.program(), EventShapes.of(published.document()));
    }
}
