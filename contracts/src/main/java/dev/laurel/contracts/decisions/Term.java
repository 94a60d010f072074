package dev.laurel.contracts.decisions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When points can be used.
 *
 * @param activates from then on; before, they are pending; {@code null} while only an event of
 *     {@code until} can say
 * @param expires until then, exclusive; {@code null} for ever, and while {@code activates} is;
 *     never before {@code activates}
 * @param until the type of the event that activates them if it comes earlier, {@code null} for none
 * @param sliding {@code true} where activity before they expire moves that on, see {@link
 *     ActivityEffect}; {@code null} otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Term(
        @Nullable Instant activates,
        @Nullable Instant expires,
        @Nullable String until,
        @Nullable Boolean sliding) {

    /** Points that wait for no event. */
    public Term(Instant activates, @Nullable Instant expires) {
        this(activates, expires, null, null);
    }

    /** Points that wait for an event, whatever the member does. */
    public Term(@Nullable Instant activates, @Nullable Instant expires, @Nullable String until) {
        this(activates, expires, until, null);
    }

    public Term {
        if (activates == null && until == null) {
            throw new IllegalArgumentException(
                    "Expected points that become active at an instant or with an event, but there is neither.");
        }
    }
}
