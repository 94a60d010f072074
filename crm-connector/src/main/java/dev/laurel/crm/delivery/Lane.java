package dev.laurel.crm.delivery;

/** What goes first when not everything can. */
public enum Lane {
    /** What a salesperson would ring up for: tiers and badges. */
    URGENT(0, 1.0, 0.25),
    /** Points and progress. */
    ROUTINE(1, 0.9, 0.1),
    /** What is sent again as a whole: the first time, a resync, drift that was found. */
    BULK(2, 0.6, 0.1);

    private final int code;
    private final double share;
    private final double start;

    Lane(int code, double share, double start) {
        this.code = code;
        this.share = share;
        this.start = start;
    }

    /** As it is kept; the lower, the more urgent. */
    public int code() {
        return code;
    }

    /** The lane that is kept so. */
    public static Lane of(int code) {
        for (Lane lane : values()) {
            if (lane.code == code) {
                return lane;
            }
        }
        throw new IllegalArgumentException("Expected a lane, but it was %d.".formatted(code));
    }

    /** The part of a day's calls that may be used before this lane has to stop. */
    double share() {
        return share;
    }

    /** The part of its share that may be used at once. */
    double start() {
        return start;
    }
}
