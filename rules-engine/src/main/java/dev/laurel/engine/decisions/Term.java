package dev.laurel.engine.decisions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When points can be used.
 *
 * @param activates from then on; before, they are pending; {@code null} while only an event can say
 * @param expires until then, exclusive; {@code null} for ever, and while that is not known
 * @param until the type of the event that activates them if it comes earlier, {@code null} for none
 * @param sliding whether activity before they expire moves that on
 */
public record Term(
        @Nullable Instant activates,
        @Nullable Instant expires,
        @Nullable String until,
        boolean sliding) {

    /** Points that wait for no event. */
    public Term(Instant activates, @Nullable Instant expires) {
        this(activates, expires, null, false);
    }

    /** Points that wait for an event, whatever the member does. */
    public Term(@Nullable Instant activates, @Nullable Instant expires, @Nullable String until) {
        this(activates, expires, until, false);
    }

    /** The same, of points that are only given at an instant. */
    public Term notBefore(Instant given) {
        return activates == null || !activates.isBefore(given)
                ? this
                : new Term(
                        given,
                        expires == null || !expires.isBefore(given) ? expires : given,
                        until,
                        sliding);
    }
}
