package dev.laurel.leaderboards.boards.web;

import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Somebody who watches a board. Gets what is new, never the same twice in a row, and is passed over
 * while still taking what came before. Safe for concurrent use.
 */
final class Watcher {

    /**
     * What is watched: all who watch the same cost one look.
     *
     * @param named whether it is to be as anybody may see it
     */
    record Sight(
            String program, String leaderboard, @Nullable String period, int top, boolean named) {}

    private final Sight sight;
    private final @Nullable String competitor;
    private final Instant until;
    private final SseEmitter emitter;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile @Nullable String seen;

    /**
     * @param seen id of what was seen last, on another connection; {@code null} for nothing
     * @param until when to come back
     */
    Watcher(
            Sight sight,
            @Nullable String competitor,
            @Nullable String seen,
            Instant until,
            SseEmitter emitter) {
        this.sight = sight;
        this.competitor = competitor;
        this.seen = seen;
        this.until = until;
        this.emitter = emitter;
    }

    Sight sight() {
        return sight;
    }

    @Nullable String competitor() {
        return competitor;
    }

    boolean isOver(Instant now) {
        return !now.isBefore(until);
    }

    /** Whether it can take something now; who asks has to let go of it again. */
    boolean take() {
        return busy.compareAndSet(false, true);
    }

    void letGo() {
        busy.set(false);
    }

    /**
     * Shows it what there is, unless it has seen that.
     *
     * @throws IOException when it is gone
     */
    void show(String id, String json) throws IOException {
        if (!id.equals(seen)) {
            emitter.send(
                    SseEmitter.event().id(id).name("board").data(json, MediaType.APPLICATION_JSON));
            seen = id;
        }
    }

    /** Asks it to come back. */
    void end() {
        emitter.complete();
    }
}
