package dev.laurel.engine.state;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Values with how often each was contributed, at least once. Immutable; arrays in the order of the
 * values' hashes and then of the values, so that adding a few values to many is a copy, and finding
 * their places reads numbers only.
 */
public final class DistinctValues {

    private final String[] values;
    private final int[] hashes;
    private final int[] counts;

    private DistinctValues(String[] values, int[] hashes, int[] counts) {
        this.values = values;
        this.hashes = hashes;
        this.counts = counts;
    }

    /** Values that were contributed once each. */
    public static DistinctValues once(String... values) {
        String[] sorted = inOrder(values);
        int size = 0;
        for (String value : sorted) {
            if (size == 0 || !sorted[size - 1].equals(value)) {
                sorted[size++] = value;
            }
        }
        int[] ones = new int[size];
        Arrays.fill(ones, 1);
        return sorted(size == sorted.length ? sorted : Arrays.copyOf(sorted, size), ones);
    }

    public static DistinctValues of(Map<String, Integer> counts) {
        String[] sorted = inOrder(counts.keySet().toArray(String[]::new));
        return sorted(sorted, Arrays.stream(sorted).mapToInt(counts::get).toArray());
    }

    /** Of values that are in order already; takes the arrays. */
    static DistinctValues sorted(String[] values, int[] counts) {
        int[] hashes = new int[values.length];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = values[i].hashCode();
        }
        return new DistinctValues(values, hashes, counts);
    }

    public int size() {
        return values.length;
    }

    /** In the order of the values' hashes. */
    public void forEach(ObjIntConsumer<String> action) {
        for (int i = 0; i < values.length; i++) {
            action.accept(values[i], counts[i]);
        }
    }

    DistinctValues plus(DistinctValues more) {
        int[] places = new int[more.values.length];
        int fresh = 0;
        int from = 0;
        for (int i = 0; i < places.length; i++) {
            places[i] = find(more.values[i], more.hashes[i], from);
            fresh += places[i] >>> 31;
            from = places[i] < 0 ? -places[i] - 1 : places[i] + 1;
        }
        return fresh == 0 ? again(more, places) : with(more, places, fresh);
    }

    /** The same values, some of them once more. */
    private DistinctValues again(DistinctValues more, int[] places) {
        int[] sums = counts.clone();
        for (int i = 0; i < places.length; i++) {
            sums[places[i]] += more.counts[i];
        }
        return new DistinctValues(values, hashes, sums);
    }

    private DistinctValues with(DistinctValues more, int[] places, int fresh) {
        Merge sum = new Merge(values.length + fresh);
        int from = 0;
        for (int i = 0; i < places.length; i++) {
            int found = places[i];
            if (found < 0) {
                sum.copy(this, from, -found - 1);
                sum.add(more.values[i], more.hashes[i], more.counts[i]);
                from = -found - 1;
            } else {
                sum.copy(this, from, found + 1);
                sum.counts[sum.size - 1] += more.counts[i];
                from = found + 1;
            }
        }
        sum.copy(this, from, values.length);
        return sum.finish();
    }

    @Nullable DistinctValues minus(DistinctValues less) {
        Merge rest = new Merge(values.length);
        int from = 0;
        for (int i = 0; i < less.values.length; i++) {
            int found = find(less.values[i], less.hashes[i], from);
            if (found >= 0) {
                rest.copy(this, from, found);
                int left = counts[found] - less.counts[i];
                if (left > 0) {
                    rest.add(values[found], hashes[found], left);
                }
                from = found + 1;
            }
        }
        rest.copy(this, from, values.length);
        return rest.size == 0 ? null : rest.finish();
    }

    /** As {@link Arrays#binarySearch(int[], int)}, from an index on. */
    private int find(String value, int hash, int from) {
        int place = Arrays.binarySearch(hashes, from, hashes.length, hash);
        if (place < 0) {
            return place;
        }
        // Different values may have the same hash; such values are next to each other.
        while (place > from && hashes[place - 1] == hash) {
            place--;
        }
        while (place < hashes.length && hashes[place] == hash) {
            int order = values[place].compareTo(value);
            if (order == 0) {
                return place;
            }
            if (order > 0) {
                break;
            }
            place++;
        }
        return -place - 1;
    }

    private static String[] inOrder(String[] values) {
        long[] places = new long[values.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = (long) values[i].hashCode() << 32 | i;
        }
        Arrays.sort(places);
        String[] sorted = new String[values.length];
        for (int i = 0; i < places.length; i++) {
            sorted[i] = values[(int) places[i]];
            for (int j = i; j > 0 && isBefore(sorted[j], sorted[j - 1]); j--) {
                String later = sorted[j - 1];
                sorted[j - 1] = sorted[j];
                sorted[j] = later;
            }
        }
        return sorted;
    }

    private static boolean isBefore(String one, String other) {
        return one.hashCode() == other.hashCode() && one.compareTo(other) < 0;
    }

    /** Values in the making, added in order. */
    private static final class Merge {

        /** Fewer are copied faster one by one. */
        private static final int SHORT = 12;

        private final String[] values;
        private final int[] hashes;
        private final int[] counts;
        private int size;

        private Merge(int most) {
            this.values = new String[most];
            this.hashes = new int[most];
            this.counts = new int[most];
        }

        private void copy(DistinctValues from, int start, int end) {
            int length = end - start;
            if (length < SHORT) {
                for (int i = start; i < end; i++) {
                    add(from.values[i], from.hashes[i], from.counts[i]);
                }
                return;
            }
            System.arraycopy(from.values, start, values, size, length);
            System.arraycopy(from.hashes, start, hashes, size, length);
            System.arraycopy(from.counts, start, counts, size, length);
            size += length;
        }

        private void add(String value, int hash, int count) {
            values[size] = value;
            hashes[size] = hash;
            counts[size++] = count;
        }

        private DistinctValues finish() {
            return size == values.length
                    ? new DistinctValues(values, hashes, counts)
                    : new DistinctValues(
                            Arrays.copyOf(values, size),
                            Arrays.copyOf(hashes, size),
                            Arrays.copyOf(counts, size));
        }
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
