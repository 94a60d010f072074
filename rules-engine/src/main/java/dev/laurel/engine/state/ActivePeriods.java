package dev.laurel.engine.state;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Periods in which something happened, by their numbers, with how often. Immutable; sorted arrays,
 * as periods nearly always come at the end.
 */
public final class ActivePeriods {

    public static final ActivePeriods NONE = new ActivePeriods(new long[0], new int[0]);

    private final long[] periods;
    private final int[] counts;

    private ActivePeriods(long[] periods, int[] counts) {
        this.periods = periods;
        this.counts = counts;
    }

    /** Of periods that are in order already, each at least once; takes the arrays. */
    static ActivePeriods sorted(long[] periods, int[] counts) {
        return new ActivePeriods(periods, counts);
    }

    /** How many periods there are. */
    public int size() {
        return periods.length;
    }

    /** The number of the nth period, from 0 in order of time. */
    public long get(int nth) {
        return periods[nth];
    }

    int count(int nth) {
        return counts[nth];
    }

    public boolean contains(long period) {
        return Arrays.binarySearch(periods, period) >= 0;
    }

    /** These with one more occurrence in a period. */
    public ActivePeriods plus(long period) {
        int found = Arrays.binarySearch(periods, period);
        if (found >= 0) {
            int[] more = counts.clone();
            more[found] = Math.addExact(more[found], 1);
            return new ActivePeriods(periods, more);
        }
        int at = -found - 1;
        long[] all = new long[periods.length + 1];
        int[] allCounts = new int[all.length];
        System.arraycopy(periods, 0, all, 0, at);
        System.arraycopy(counts, 0, allCounts, 0, at);
        all[at] = period;
        allCounts[at] = 1;
        System.arraycopy(periods, at, all, at + 1, periods.length - at);
        System.arraycopy(counts, at, allCounts, at + 1, periods.length - at);
        return new ActivePeriods(all, allCounts);
    }

    /** These with one occurrence less in a period; these where it has none. */
    public ActivePeriods minus(long period) {
        int found = Arrays.binarySearch(periods, period);
        if (found < 0) {
            return this;
        }
        if (counts[found] > 1) {
            int[] less = counts.clone();
            less[found]--;
            return new ActivePeriods(periods, less);
        }
        long[] rest = new long[periods.length - 1];
        int[] restCounts = new int[rest.length];
        System.arraycopy(periods, 0, rest, 0, found);
        System.arraycopy(counts, 0, restCounts, 0, found);
        System.arraycopy(periods, found + 1, rest, found, rest.length - found);
        System.arraycopy(counts, found + 1, restCounts, found, rest.length - found);
        return new ActivePeriods(rest, restCounts);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ActivePeriods that
                && Arrays.equals(periods, that.periods)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(periods) + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        Map<Long, Integer> shown = new TreeMap<>();
        for (int i = 0; i < periods.length; i++) {
            shown.put(periods[i], counts[i]);
        }
        return shown.toString();
    }
}
