package dev.laurel.members.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A caller's word on a consent.
 *
 * @param given whether the member agreed
 * @param at when the member said so, {@code null} for now
 * @param source where the member said so, {@code null} when it is not told
 */
public record SaidConsent(boolean given, @Nullable Instant at, @Nullable String source) {

    /** Nothing but whether. */
    public static SaidConsent of(boolean given) {
        return new SaidConsent(given, null, null);
    }

    /**
     * What is kept after this word. One about an earlier time changes nothing, so that an old list
     * takes no later refusal back; nor does one that says nothing new.
     */
    Consent after(@Nullable Consent kept, Instant now) {
        if (kept != null && at == null && source == null && given == kept.given()) {
            return kept;
        }
        if (kept != null && at == null && given == kept.given()) {
            return new Consent(given, kept.at(), source);
        }
        Instant time = at == null ? now : at;
        return kept != null && time.isBefore(kept.at()) ? kept : new Consent(given, time, source);
    }
}
