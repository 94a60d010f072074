package dev.laurel.leaderboards.scores.jdbc;

/** Who is on which board, by table {@code profile}. */
public final class Listed {

    private Listed() {}

    /**
     * A condition, true for who belongs into a ranking. The profile is joined as {@code p}, all
     * null for teams and for members of whom nothing was said.
     *
     * @param audience an expression for the ranking's audience, used twice
     */
    public static String in(String audience) {
        return """
        CASE WHEN p.member IS NULL THEN %1$s = ''
             ELSE NOT p.hidden AND (%1$s = '' OR %1$s = ANY (p.groups)) END
        """
                .formatted(audience);
    }
}
