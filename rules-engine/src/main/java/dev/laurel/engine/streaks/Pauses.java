package dev.laurel.engine.streaks;

import dev.laurel.engine.periods.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Days on which nobody is asked to be active. Immutable. */
public final class Pauses {

    public static final Pauses NONE = new Pauses(List.of());

    /** Last days by first days; neither overlapping nor adjacent. */
    private final TreeMap<LocalDate, LocalDate> ranges = new TreeMap<>();

    /** Of ranges in any order, which may overlap. */
    public Pauses(List<Range> pauses) {
        pauses.forEach(this::add);
    }

    /**
     * Some days.
     *
     * @param first the first of them
     * @param last the last of them
     */
    public record Range(LocalDate first, LocalDate last) {}

    private void add(Range range) {
        LocalDate first = range.first();
        LocalDate last = range.last();
        for (Map.Entry<LocalDate, LocalDate> other = ranges.floorEntry(last.plusDays(1));
                other != null && !other.getValue().isBefore(first.minusDays(1));
                other = ranges.floorEntry(last.plusDays(1))) {
            first = other.getKey().isBefore(first) ? other.getKey() : first;
            last = other.getValue().isAfter(last) ? other.getValue() : last;
            ranges.remove(other.getKey());
        }
        ranges.put(first, last);
    }

    /** Whether all days of a period are paused, so that it does not count whatever happens. */
    boolean coverWhole(Period every, long period) {
        if (ranges.isEmpty()) {
            return false;
        }
        Map.Entry<LocalDate, LocalDate> range = ranges.floorEntry(every.firstDay(period));
        return range != null && !range.getValue().isBefore(lastDay(every, period));
    }

    /** Whether a day of a period is paused, so that it may pass without activity. */
    boolean touch(Period every, long period) {
        if (ranges.isEmpty()) {
            return false;
        }
        Map.Entry<LocalDate, LocalDate> range = ranges.floorEntry(lastDay(every, period));
        return range != null && !range.getValue().isBefore(every.firstDay(period));
    }

    private static LocalDate lastDay(Period every, long period) {
        return every.firstDay(period + 1).minusDays(1);
    }
}
