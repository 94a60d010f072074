package dev.laurel.engine.state;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate to which a contribution can be added, and from which it can be taken, exactly and in
 * any order.
 */
public sealed interface MetricCell {

    /**
     * This and a contribution.
     *
     * @throws ArithmeticException when that exceeds 64 bits
     */
    MetricCell plus(MetricCell contribution);

    /** This without a contribution, {@code null} when nothing is left. */
    @Nullable MetricCell minus(MetricCell contribution);

    /**
     * A count or a sum.
     *
     * @param amount the number of events for a count; for a sum millionths, so that addition is
     *     exact in any order
     */
    record Total(long amount) implements MetricCell {

        @Override
        public MetricCell plus(MetricCell contribution) {
            return contribution instanceof Total(long more)
                    ? new Total(Math.addExact(amount, more))
                    : contribution;
        }

        @Override
        public @Nullable MetricCell minus(MetricCell contribution) {
            if (!(contribution instanceof Total(long less))) {
                return this;
            }
            long rest = Math.subtractExact(amount, less);
            return rest == 0 ? null : new Total(rest);
        }
    }

    /**
     * Distinct values.
     *
     * @param counts how many events have contributed each value, at least one each
     */
    record Distinct(Map<String, Integer> counts) implements MetricCell {

        @Override
        public MetricCell plus(MetricCell contribution) {
            if (!(contribution instanceof Distinct(Map<String, Integer> more))) {
                return contribution;
            }
            Map<String, Integer> sum = new HashMap<>(counts);
            more.forEach((value, count) -> sum.merge(value, count, Integer::sum));
            return new Distinct(sum);
        }

        @Override
        public @Nullable MetricCell minus(MetricCell contribution) {
            if (!(contribution instanceof Distinct(Map<String, Integer> less))) {
                return this;
            }
            Map<String, Integer> rest = new HashMap<>(counts);
            less.forEach((value, count) -> rest.computeIfPresent(value, (v, c) -> left(c, count)));
            return rest.isEmpty() ? null : new Distinct(rest);
        }

        private static @Nullable Integer left(int count, int less) {
            return count > less ? (Integer) (count - less) : null;
        }
    }
}
