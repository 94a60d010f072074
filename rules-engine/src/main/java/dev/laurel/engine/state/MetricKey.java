package dev.laurel.engine.state;

import dev.laurel.engine.periods.Period;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Names a metric cell.
 *
 * @param metric the metric's id
 * @param scope which events it counts
 * @param challenge the challenge that the scope is about, the object for {@link Scope#OBJECT},
 *     empty for {@link Scope#EVER}
 * @param index which of several cells of the scope, see {@link Scope#isIndexed}, else 0
 */
public record MetricKey(String metric, Scope scope, String challenge, long index) {

    /** Which events a cell counts, by their local dates. */
    public enum Scope {
        /** All of them. */
        EVER(0, null, false),
        /** Those within the challenge's window. */
        WITHIN(1, null, false),
        /** Those after the challenge's last day. */
        AFTER(2, null, false),
        /** Those of one day within the challenge's window. */
        DAY(3, Period.DAY, true),
        WEEK(4, Period.WEEK, true),
        MONTH(5, Period.MONTH, true),
        QUARTER(6, Period.QUARTER, true),
        YEAR(7, Period.YEAR, true),
        /** Those of one occurrence of a challenge that repeats with the calendar. */
        OCCURRENCE(8, null, true),
        /** Those of one millisecond within the challenge's window. */
        MOMENT(9, null, true),
        /** Those of one day, whatever challenges say: what boards and tiers are made of. */
        BOARD_DAY(10, Period.DAY, true),
        /** All that concern one object, for a metric that has one value for each. */
        OBJECT(20, null, false);

        private final int code;
        private final @Nullable Period period;
        private final boolean indexed;

        Scope(int code, @Nullable Period period, boolean indexed) {
            this.code = code;
            this.period = period;
            this.indexed = indexed;
        }

        /** What stands for it in binary records. */
        public int code() {
            return code;
        }

        /** Whether there are several cells of this scope for one metric and challenge. */
        public boolean isIndexed() {
            return indexed;
        }

        /** Whether its cells are the progress of one challenge. */
        public boolean isProgress() {
            return switch (this) {
                case WITHIN, DAY, WEEK, MONTH, QUARTER, YEAR, OCCURRENCE, MOMENT -> true;
                case EVER, AFTER, BOARD_DAY, OBJECT -> false;
            };
        }

        /** The kind of period that numbers its cells, {@code null} when none does. */
        public @Nullable Period period() {
            return period;
        }

        /** The scope of cells for each period of that kind within a challenge's window. */
        public static Scope of(Period period) {
            return switch (period) {
                case HOUR ->
                        throw new IllegalArgumentException(
                                "Expected a period of days, but it was an hour.");
                case DAY -> DAY;
                case WEEK -> WEEK;
                case MONTH -> MONTH;
                case QUARTER -> QUARTER;
                case YEAR -> YEAR;
                case EVER -> WITHIN;
            };
        }
    }

    public static MetricKey ever(String metric) {
        return new MetricKey(metric, Scope.EVER, "", 0);
    }

    /** The cell of a day for boards and tiers. */
    public static MetricKey boardDay(String metric, LocalDate day) {
        return new MetricKey(metric, Scope.BOARD_DAY, "", day.toEpochDay());
    }

    public static MetricKey object(String metric, String object) {
        return new MetricKey(metric, Scope.OBJECT, object, 0);
    }

    public static MetricKey within(String challenge, String metric) {
        return new MetricKey(metric, Scope.WITHIN, challenge, 0);
    }

    public static MetricKey after(String challenge, String metric) {
        return new MetricKey(metric, Scope.AFTER, challenge, 0);
    }

    public static MetricKey occurrence(String challenge, String metric, long index) {
        return new MetricKey(metric, Scope.OCCURRENCE, challenge, index);
    }

    /** The same cell for what a member did as one of a team; ids have no slash. */
    public MetricKey in(String team) {
        return new MetricKey(metric, scope, ChallengeKey.name(challenge, team), index);
    }

    /** The team that it is about, {@code null} for a cell that is about no team. */
    public @Nullable String team() {
        int slash = isOfChallenge() ? challenge.indexOf(ChallengeKey.TEAM) : -1;
        return slash < 0 ? null : challenge.substring(slash + 1);
    }

    /** The cell of the team itself, for one that is about a team. */
    public MetricKey ofTeam() {
        int slash = challenge.indexOf(ChallengeKey.TEAM);
        return new MetricKey(metric, scope, challenge.substring(0, slash), index);
    }

    private boolean isOfChallenge() {
        return scope != Scope.OBJECT && scope != Scope.EVER && scope != Scope.BOARD_DAY;
    }

    boolean isOf(String otherMetric, Scope otherScope, String otherChallenge) {
        return scope == otherScope
                && metric.equals(otherMetric)
                && challenge.equals(otherChallenge);
    }
}
