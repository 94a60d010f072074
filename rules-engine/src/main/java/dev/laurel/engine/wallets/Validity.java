package dev.laurel.engine.wallets;

import dev.laurel.engine.decisions.Term;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * When the points of a wallet can be used.
 *
 * @param pending after how long
 * @param expiry until when, {@code null} for ever
 */
public record Validity(Span pending, @Nullable Expiry expiry) {

    /** Always. */
    public static final Validity ALWAYS = new Validity(Span.NONE, null);

    /**
     * The term of points.
     *
     * @param earned when what they are given for happened
     * @param zone the program's
     * @return {@code null} when they can always be used
     */
    public @Nullable Term term(Instant earned, ZoneId zone) {
        if (equals(ALWAYS)) {
            return null;
        }
        ZonedDateTime activates = pending.after(earned.atZone(zone));
        Instant expires = expiry == null ? null : expiry.end(activates).toInstant();
        return new Term(activates.toInstant(), expires);
    }
}
