package dev.laurel.engine.state;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Values with how often each was contributed, at least once. Immutable; sorted arrays, so that
 * adding a few values to many is a copy and not a rehash.
 */
public final class DistinctValues {

    private final String[] values;
    private final int[] counts;

    private DistinctValues(String[] values, int[] counts) {
        this.values = values;
        this.counts = counts;
    }

    /** Values that were contributed once each. */
    public static DistinctValues once(String... values) {
        String[] sorted = values.clone();
        Arrays.sort(sorted);
        int size = 0;
        for (String value : sorted) {
            if (size == 0 || !sorted[size - 1].equals(value)) {
                sorted[size++] = value;
            }
        }
        int[] ones = new int[size];
        Arrays.fill(ones, 1);
        return new DistinctValues(Arrays.copyOf(sorted, size), ones);
    }

    public static DistinctValues of(Map<String, Integer> counts) {
        TreeMap<String, Integer> sorted = new TreeMap<>(counts);
        return sorted(
                sorted.keySet().toArray(String[]::new),
                sorted.values().stream().mapToInt(Integer::intValue).toArray());
    }

    /** Of values that are in order already; takes the arrays. */
    static DistinctValues sorted(String[] values, int[] counts) {
        return new DistinctValues(values, counts);
    }

    public int size() {
        return values.length;
    }

    /** In the order of the values. */
    public void forEach(ObjIntConsumer<String> action) {
        for (int i = 0; i < values.length; i++) {
            action.accept(values[i], counts[i]);
        }
    }

    DistinctValues plus(DistinctValues more) {
        String[] sum = new String[values.length + more.values.length];
        int[] sumCounts = new int[sum.length];
        int from = 0;
        int size = 0;
        for (int i = 0; i < more.values.length; i++) {
            int found = Arrays.binarySearch(values, from, values.length, more.values[i]);
            int until = found < 0 ? -found - 1 : found;
            size = copy(from, until, sum, sumCounts, size);
            sum[size] = more.values[i];
            sumCounts[size++] = found < 0 ? more.counts[i] : counts[found] + more.counts[i];
            from = found < 0 ? until : until + 1;
        }
        size = copy(from, values.length, sum, sumCounts, size);
        return trimmed(sum, sumCounts, size);
    }

    @Nullable DistinctValues minus(DistinctValues less) {
        String[] rest = new String[values.length];
        int[] restCounts = new int[values.length];
        int from = 0;
        int size = 0;
        for (int i = 0; i < less.values.length; i++) {
            int found = Arrays.binarySearch(values, from, values.length, less.values[i]);
            if (found >= 0) {
                size = copy(from, found, rest, restCounts, size);
                int left = counts[found] - less.counts[i];
                if (left > 0) {
                    rest[size] = values[found];
                    restCounts[size++] = left;
                }
                from = found + 1;
            }
        }
        size = copy(from, values.length, rest, restCounts, size);
        return size == 0 ? null : trimmed(rest, restCounts, size);
    }

    private int copy(int from, int until, String[] into, int[] intoCounts, int at) {
        System.arraycopy(values, from, into, at, until - from);
        System.arraycopy(counts, from, intoCounts, at, until - from);
        return at + until - from;
    }

    private static DistinctValues trimmed(String[] values, int[] counts, int size) {
        return size == values.length
                ? new DistinctValues(values, counts)
                : new DistinctValues(Arrays.copyOf(values, size), Arrays.copyOf(counts, size));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DistinctValues that
                && Arrays.equals(values, that.values)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        Map<String, Integer> shown = new TreeMap<>();
        forEach(shown::put);
        return shown.toString();
    }
}
