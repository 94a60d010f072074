package dev.laurel.tiers;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a member earned on each day, less what was taken back of it: points, or the millionths of a
 * metric.
 */
public final class Earnings {

    public static final Earnings NONE = new Earnings(new LocalDate[0], new long[1]);

    private final LocalDate[] days;

    /** What was earned before each day; one more than there are days. */
    private final long[] before;

    private Earnings(LocalDate[] days, long[] before) {
        this.days = days;
        this.before = before;
    }

    public static Earnings of(SortedMap<LocalDate, Long> points) {
        LocalDate[] days = points.keySet().toArray(LocalDate[]::new);
        long[] before = new long[days.length + 1];
        int i = 0;
        for (Map.Entry<LocalDate, Long> day : points.entrySet()) {
            before[i + 1] = before[i] + day.getValue();
            i++;
        }
        return new Earnings(days, before);
    }

    /** With more on a day, or less. */
    public Earnings plus(LocalDate day, long points) {
        int place = index(day);
        boolean isNew = place == days.length || !days[place].equals(day);
        int shift = isNew ? 1 : 0;
        LocalDate[] all = Arrays.copyOf(days, days.length + shift);
        long[] sums = Arrays.copyOf(before, before.length + shift);
        System.arraycopy(days, place, all, place + shift, days.length - place);
        System.arraycopy(before, place, sums, place + shift, before.length - place);
        all[place] = day;
        for (int i = place + 1; i < sums.length; i++) {
            sums[i] += points;
        }
        return new Earnings(all, sums);
    }

    /** Days with points, first to last. */
    public List<LocalDate> days() {
        return List.of(days);
    }

    boolean has(LocalDate day) {
        int place = index(day);
        return place < days.length && days[place].equals(day);
    }

    /** The first day with points after a day. */
    @Nullable LocalDate firstAfter(LocalDate day) {
        int place = index(day) + (has(day) ? 1 : 0);
        return place < days.length ? days[place] : null;
    }

    /**
     * The first day with points that is so.
     *
     * @param so of all days after one of which it is so
     */
    @Nullable LocalDate first(Predicate<LocalDate> so) {
        int low = 0;
        int high = days.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (so.test(days[middle])) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low < days.length ? days[low] : null;
    }

    /** Points from a day up to, but not including, another. */
    public long between(LocalDate from, LocalDate until) {
        return from.isBefore(until) ? before[index(until)] - before[index(from)] : 0;
    }

    /** How many days with points are before it. */
    private int index(LocalDate day) {
        int found = Arrays.binarySearch(days, day);
        return found < 0 ? -found - 1 : found;
    }
}
