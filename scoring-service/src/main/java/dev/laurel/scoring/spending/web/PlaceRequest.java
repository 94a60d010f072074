package dev.laurel.scoring.spending.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What to reserve.
 *
 * @param wallet the wallet
 * @param points how many, above 0
 * @param expiresIn after which it ends by itself: at least a second, at most 30 days; 15 minutes
 *     where nothing is said
 * @param reference what the caller knows it by, up to 200 characters
 * @param channel which of the program's channels it comes through
 */
record PlaceRequest(
        String wallet,
        long points,
        @Nullable Duration expiresIn,
        @Nullable String reference,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String channel) {

    private static final Duration USUAL = Duration.ofMinutes(15);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final int LONGEST_REFERENCE = 200;

    PlaceRequest {
        if (points <= 0) {
            throw new IllegalArgumentException(
                    "Expected points above 0, but they were %d.".formatted(points));
        }
        if (expiresIn != null
                && (expiresIn.compareTo(SHORTEST) < 0 || expiresIn.compareTo(LONGEST) > 0)) {
            throw new IllegalArgumentException(
                    "Expected expiresIn from %s to %s, but it was %s."
                            .formatted(SHORTEST, LONGEST, expiresIn));
        }
        if (reference != null && reference.length() > LONGEST_REFERENCE) {
            throw new IllegalArgumentException(
                    "Expected a reference of at most %d characters, but it has %d."
                            .formatted(LONGEST_REFERENCE, reference.length()));
        }
    }

    Duration patience() {
        return expiresIn == null ? USUAL : expiresIn;
    }
}
