package dev.laurel.scoring.lots;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When points can be used.
 *
 * @param activates from then on; before, they are pending
 * @param expires until then, exclusive; {@code null} for ever
 */
public record Term(Instant activates, @Nullable Instant expires) {

    public Term {
        if (expires != null && expires.isBefore(activates)) {
            throw new IllegalArgumentException(
                    "Expected points that can be used from %s on to expire later, but they do at %s."
                            .formatted(activates, expires));
        }
    }

    /** When it ends; later than anything when it does not. */
    public Instant end() {
        return expires == null ? Instant.MAX : expires;
    }

    boolean isOver(Instant at) {
        return !at.isBefore(end());
    }

    boolean isActive(Instant at) {
        return !at.isBefore(activates);
    }
}
