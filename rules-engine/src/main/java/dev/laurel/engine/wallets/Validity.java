package dev.laurel.engine.wallets;

import dev.laurel.engine.decisions.Term;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When the points of a wallet can be used.
 *
 * @param pending after how long
 * @param awaited for what event instead, {@code null} for none
 * @param expiry until when, {@code null} for ever
 */
public record Validity(Span pending, @Nullable Wait awaited, @Nullable Expiry expiry) {

    /** Always. */
    public static final Validity ALWAYS = new Validity(Span.NONE, null);

    /** Of points that wait for no event. */
    public Validity(Span pending, @Nullable Expiry expiry) {
        this(pending, null, expiry);
    }

    /**
     * The term of points that wait for no event.
     *
     * @param earned when what they are given for happened
     * @param zone the program's
     * @return {@code null} when they can always be used
     */
    public @Nullable Term term(Instant earned, ZoneId zone) {
        return pending.equals(Span.NONE) && expiry == null
                ? null
                : from(pending.after(earned.atZone(zone)), null);
    }

    /**
     * The term of points that wait for an event.
     *
     * @param earned when what they are given for happened
     * @param activated when the event happened, {@code null} when it has not come
     */
    Term waiting(Wait wait, Instant earned, @Nullable Instant activated, ZoneId zone) {
        Span atMost = wait.atMost();
        ZonedDateTime latest = atMost == null ? null : atMost.after(earned.atZone(zone));
        if (activated != null && (latest == null || activated.isBefore(latest.toInstant()))) {
            return activated(wait, activated, zone).notBefore(earned);
        }
        return latest == null
                ? new Term(null, null, wait.until(), isSliding())
                : from(latest, wait.until());
    }

    /** The term that an event at an instant gives to points that wait for it. */
    Term activated(Wait wait, Instant at, ZoneId zone) {
        return from(at.atZone(zone), wait.until());
    }

    private Term from(ZonedDateTime activates, @Nullable String until) {
        Instant expires = expiry == null ? null : expiry.end(activates).toInstant();
        return new Term(activates.toInstant(), expires, until, isSliding());
    }

    /** The types of events that keep points from expiring. */
    public Set<String> activity() {
        return switch (expiry) {
            case null -> Set.of();
            case Expiry.After _, Expiry.On _ -> Set.of();
            case Expiry.Inactivity slide -> slide.types();
        };
    }

    private boolean isSliding() {
        return expiry instanceof Expiry.Inactivity;
    }

    /**
     * Until when an event keeps points from expiring.
     *
     * @param at when the member was active
     * @return {@code null} where it does not
     */
    @Nullable Instant slides(String type, Instant at, ZoneId zone) {
        return expiry instanceof Expiry.Inactivity slide && slide.types().contains(type)
                ? slide.end(at.atZone(zone)).toInstant()
                : null;
    }
}
