package dev.laurel.leaderboards.leagues;

/** What the end of the period does to a place of a group. */
public enum Zone {
    /** One division up. */
    PROMOTION(1),
    /** The member stays. */
    SAFE(0),
    /** One division down. */
    RELEGATION(-1);

    private final int steps;

    Zone(int steps) {
        this.steps = steps;
    }

    /** The level that who is on a level enters next. */
    public int from(int level) {
        return level + steps;
    }
}
