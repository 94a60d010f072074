package dev.laurel.leaderboards.scores;

import java.math.BigDecimal;

/**
 * Names of what boards rank by besides wallets, where {@link Book#wallet()} has the id of one. Ids
 * have no colon, so no wallet has such a name.
 */
public final class Measure {

    /** How many badges a member holds, on the days on which they were issued. */
    public static final String BADGES = "badges:held";

    private static final String METRIC = "metric:";
    private static final String STREAK = "streak:";
    private static final String BY_DAY = "/day";
    private static final String LONGEST = "/longest";

    /** Metrics are counted in millionths. */
    private static final int DECIMALS = 6;

    private Measure() {}

    /** What a metric says of everything that was ever measured. */
    public static String metric(String id) {
        return METRIC + id;
    }

    /** What a metric says of each day. */
    public static String metricByDay(String id) {
        return METRIC + id + BY_DAY;
    }

    /** How long a streak is that goes on. */
    public static String streak(String id) {
        return STREAK + id;
    }

    /** How long a streak ever was. */
    public static String longestStreak(String id) {
        return STREAK + id + LONGEST;
    }

    /** What people call it: whether it is kept by day is nobody's concern. */
    static String shown(String name) {
        return name.startsWith(METRIC) && name.endsWith(BY_DAY)
                ? name.substring(0, name.length() - BY_DAY.length())
                : name;
    }

    /** A score in the measure's own unit. */
    static BigDecimal shown(String name, long score) {
        if (!name.startsWith(METRIC)) {
            return BigDecimal.valueOf(score);
        }
        BigDecimal decimal = BigDecimal.valueOf(score, DECIMALS).stripTrailingZeros();
        return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
    }

    /**
     * What a metric says, as it is counted.
     *
     * @param value with at most six decimals; what follows them is cut off
     */
    public static long counted(BigDecimal value) {
        return value.movePointRight(DECIMALS).longValue();
    }
}
