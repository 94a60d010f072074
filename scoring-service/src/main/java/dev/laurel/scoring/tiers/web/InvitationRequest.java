package dev.laurel.scoring.tiers.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A tier to give.
 *
 * @param tier the tier's id
 * @param until the last day of it, {@code null} for no end
 * @param reason why, 1 to 500 characters
 * @param actor who gives it, 1 to 200 characters
 */
record InvitationRequest(String tier, @Nullable LocalDate until, String reason, String actor) {

    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_ACTOR = 200;

    InvitationRequest {
        check("a tier", tier, LONGEST_ACTOR);
        check("a reason", reason, LONGEST_REASON);
        check("an actor", actor, LONGEST_ACTOR);
    }

    private static void check(String what, String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw new IllegalArgumentException(
                    "Expected %s of 1 to %d characters, but it %s."
                            .formatted(
                                    what,
                                    longest,
                                    text.isBlank()
                                            ? "is empty"
                                            : "has %d".formatted(text.length())));
        }
    }
}
