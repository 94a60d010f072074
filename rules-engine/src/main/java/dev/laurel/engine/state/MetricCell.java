package dev.laurel.engine.state;

import dev.laurel.engine.shares.Loss;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate to which a contribution can be added, and from which it can be taken, exactly and in
 * any order.
 */
public sealed interface MetricCell permits MetricCell.Total, MetricCell.Distinct, Extreme, Latest {

    /**
     * This and a contribution.
     *
     * @throws ArithmeticException when that exceeds 64 bits
     */
    MetricCell plus(MetricCell contribution);

    /** This without a contribution, {@code null} when nothing is left. */
    @Nullable MetricCell minus(MetricCell contribution);

    /**
     * A cell without a contribution. A sum at zero has no cell, but what is taken from it may be
     * negative.
     */
    static @Nullable MetricCell without(@Nullable MetricCell cell, MetricCell contribution) {
        if (cell != null) {
            return cell.minus(contribution);
        }
        return contribution instanceof Total ? Total.ZERO.minus(contribution) : null;
    }

    /**
     * What goes of this contribution when a share of its event is undone, {@code null} for nothing.
     * What cannot be divided goes with the last share.
     */
    default @Nullable MetricCell lost(Loss loss) {
        return loss.completes() ? this : null;
    }

    /**
     * A count or a sum.
     *
     * @param amount the number of events for a count; for a sum millionths, so that addition is
     *     exact in any order
     */
    record Total(long amount) implements MetricCell {

        static final Total ZERO = new Total(0);

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

        @Override
        public @Nullable MetricCell lost(Loss loss) {
            long less = loss.of(amount);
            return less == 0 ? null : new Total(less);
        }
    }

    /**
     * Distinct values.
     *
     * @param values the values with how many events have contributed each
     */
    record Distinct(DistinctValues values) implements MetricCell {

        @Override
        public MetricCell plus(MetricCell contribution) {
            return contribution instanceof Distinct(DistinctValues more)
                    ? new Distinct(values.plus(more))
                    : contribution;
        }

        @Override
        public @Nullable MetricCell minus(MetricCell contribution) {
            if (!(contribution instanceof Distinct(DistinctValues less))) {
                return this;
            }
            DistinctValues rest = values.minus(less);
            return rest == null ? null : new Distinct(rest);
        }
    }
}
