package dev.laurel.engine.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The highest or the lowest values, so that the next one is known when the first is undone.
 *
 * @param highest whether the highest are kept, not the lowest
 * @param most how many different values are kept
 * @param held the values, the most extreme first
 */
public record Extreme(boolean highest, int most, List<Held> held) implements MetricCell {

    /**
     * A value.
     *
     * @param value in millionths
     * @param count how many events have contributed it
     */
    public record Held(long value, int count) {}

    public Extreme {
        held = List.copyOf(held);
    }

    /** One value, in millionths, of one event. */
    public static Extreme once(boolean highest, int most, long value) {
        return new Extreme(highest, most, List.of(new Held(value, 1)));
    }

    /** The most extreme value, in millionths. */
    public long first() {
        return held.getFirst().value();
    }

    @Override
    public MetricCell plus(MetricCell contribution) {
        if (!(contribution instanceof Extreme more) || more.highest != highest) {
            return contribution;
        }
        List<Held> sum = new ArrayList<>(held);
        for (Held value : more.held) {
            add(sum, value.value(), value.count());
        }
        sum.sort(order());
        int size = Math.min(sum.size(), more.most);
        return new Extreme(highest, more.most, sum.subList(0, size));
    }

    @Override
    public @Nullable MetricCell minus(MetricCell contribution) {
        if (!(contribution instanceof Extreme less)) {
            return this;
        }
        List<Held> rest = new ArrayList<>(held);
        for (Held value : less.held) {
            add(rest, value.value(), -value.count());
        }
        rest.removeIf(value -> value.count() <= 0);
        return rest.isEmpty() ? null : new Extreme(highest, most, rest);
    }

    private static void add(List<Held> to, long value, int count) {
        for (int i = 0; i < to.size(); i++) {
            if (to.get(i).value() == value) {
                to.set(i, new Held(value, to.get(i).count() + count));
                return;
            }
        }
        to.add(new Held(value, count));
    }

    private Comparator<Held> order() {
        Comparator<Held> rising = Comparator.comparingLong(Held::value);
        return highest ? rising.reversed() : rising;
    }
}
