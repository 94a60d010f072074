package dev.laurel.engine.challenges;

import dev.laurel.engine.expressions.Condition;
import dev.laurel.engine.periods.Period;

/** What has to be reached for a challenge. */
public sealed interface Step {

    /** Its id, unique within the challenge. */
    String id();

    /** What the measure of it has to reach. */
    double target();

    /**
     * Reached when a metric is.
     *
     * @param metric the metric that measures it
     * @param target what the metric has to reach
     * @param window which events count
     */
    record Measured(String id, String metric, double target, Window window) implements Step {}

    /**
     * Reached when the registry says something of the member, such as a birthday.
     *
     * @param when what it has to say
     */
    record Known(String id, Condition when) implements Step {

        @Override
        public double target() {
            return 1;
        }
    }

    /** Which events count for a step. */
    sealed interface Window {

        /** Those from the challenge's first day to its last, or of one occurrence of it. */
        record Challenge() implements Window {}

        /** All until the challenge's last day. */
        record Ever() implements Window {}

        /**
         * Those of any one period while the challenge is open.
         *
         * @param period the kind of period
         */
        record Calendar(Period period) implements Window {}

        /**
         * Those of any so many days on end while the challenge is open.
         *
         * @param days at least 1
         */
        record Rolling(int days) implements Window {}
    }
}
