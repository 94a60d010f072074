package dev.laurel.scoring.lots;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When points can be used.
 *
 * @param activates from then on; before, they are pending; {@link Instant#MAX} while only an event
 *     can say
 * @param expires until then, exclusive; {@code null} for ever, and while {@code activates} is open
 * @param until the type of the event that activates them if it comes earlier, {@code null} for none
 * @param sliding whether activity before they expire moves that on
 */
public record Term(
        Instant activates, @Nullable Instant expires, @Nullable String until, boolean sliding) {

    /** Points that wait for no event, whatever the member does. */
    public Term(Instant activates, @Nullable Instant expires) {
        this(activates, expires, null, false);
    }

    /** Points that wait for an event, whatever the member does. */
    public Term(Instant activates, @Nullable Instant expires, @Nullable String until) {
        this(activates, expires, until, false);
    }

    public Term {
        if (expires != null && expires.isBefore(activates)) {
            throw new IllegalArgumentException(
                    "Expected points that can be used from %s on to expire later, but they do at %s."
                            .formatted(activates, expires));
        }
    }

    /** Points that wait for an event of a type for as long as it takes. */
    public static Term until(String type) {
        return until(type, false);
    }

    /** The same of points that may slide. */
    public static Term until(String type, boolean sliding) {
        return new Term(Instant.MAX, null, type, sliding);
    }

    /** Whether it is known when they can be used. */
    public boolean isActivating() {
        return !activates.equals(Instant.MAX);
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

    /** Whether an event that gives points this term makes those of another one active earlier. */
    boolean precedes(Term other, Instant earned) {
        return until != null
                && until.equals(other.until)
                && notBefore(earned).activates.isBefore(other.activates);
    }

    /** The same, of points that are only given at an instant. */
    Term notBefore(Instant given) {
        if (!activates.isBefore(given)) {
            return this;
        }
        return new Term(
                given,
                expires == null || !expires.isBefore(given) ? expires : given,
                until,
                sliding);
    }

    /** The same where activity moves its end on. */
    Term slid(Activity activity) {
        return sliding && expires != null
                ? new Term(activates, activity.end(expires), until, true)
                : this;
    }
}
