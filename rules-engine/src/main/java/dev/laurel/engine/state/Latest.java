package dev.laurel.engine.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of the latest events, so that the one before is known when the last is undone.
 *
 * @param most how many are kept
 * @param marks the values, the latest first
 */
public record Latest(int most, List<Mark> marks) implements MetricCell {

    private static final Comparator<Mark> ORDER =
            Comparator.comparing(Mark::time)
                    .thenComparing(Mark::event)
                    .thenComparingLong(Mark::value)
                    .reversed();

    /**
     * The value of an event.
     *
     * @param time when it happened
     * @param event its id: of events at the same time, the one with the greater id is the later
     * @param value in millionths
     */
    public record Mark(Instant time, String event, long value) {}

    public Latest {
        marks = List.copyOf(marks);
    }

    /** The latest value, in millionths. */
    public long first() {
        return marks.getFirst().value();
    }

    @Override
    public MetricCell plus(MetricCell contribution) {
        if (!(contribution instanceof Latest more)) {
            return contribution;
        }
        List<Mark> sum = new ArrayList<>(marks);
        sum.addAll(more.marks);
        sum.sort(ORDER);
        return new Latest(more.most, sum.subList(0, Math.min(sum.size(), more.most)));
    }

    @Override
    public @Nullable MetricCell minus(MetricCell contribution) {
        if (!(contribution instanceof Latest less)) {
            return this;
        }
        List<Mark> rest = new ArrayList<>(marks);
        less.marks.forEach(rest::remove);
        return rest.isEmpty() ? null : new Latest(most, rest);
    }
}
