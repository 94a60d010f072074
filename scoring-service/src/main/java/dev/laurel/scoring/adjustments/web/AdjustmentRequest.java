package dev.laurel.scoring.adjustments.web;

/**
 * What to give or to take.
 *
 * @param wallet the wallet
 * @param points positive to give, negative to take, not 0
 * @param reason why, 1 to 500 characters
 * @param actor who does it, 1 to 200 characters
 */
record AdjustmentRequest(String wallet, long points, String reason, String actor) {

    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_ACTOR = 200;

    AdjustmentRequest {
        if (points == 0 || points == Long.MIN_VALUE) {
            throw new IllegalArgumentException(
                    "Expected points from %d to %d other than 0, but they were %d."
                            .formatted(-Long.MAX_VALUE, Long.MAX_VALUE, points));
        }
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
