package dev.laurel.engine.state;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A map in two arrays: copying it costs no more than copying those, where a HashMap makes every
 * entry anew. Each event copies the cells that it changes. Without null keys or values; slots are
 * probed one after another, half of them are free at least.
 */
final class CellTable<K, V> extends AbstractMap<K, V> {

    private static final int LEAST = 4;

    /** Key and value in turn, {@code null} where a slot is free. */
    private @Nullable Object[] slots;

    private int size;

    CellTable() {
        this.slots = new Object[2 * LEAST];
    }

    /** The same cells, to be changed. */
    CellTable(Map<K, V> cells) {
        if (cells instanceof CellTable<K, V> table) {
            this.slots = table.slots.clone();
            this.size = table.size;
        } else {
            this.slots = new Object[2 * LEAST];
            putAll(cells);
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable V get(@Nullable Object key) {
        return key == null ? null : (V) slots[find(key) + 1];
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return get(key) != null;
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable V put(K key, V value) {
        Objects.requireNonNull(value);
        int slot = find(key);
        V old = (V) slots[slot + 1];
        slots[slot + 1] = value;
        if (old == null) {
            slots[slot] = key;
            size++;
            if (size > slots.length / 4) {
                grow();
            }
        }
        return old;
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable V remove(@Nullable Object key) {
        int slot = key == null ? -1 : find(key);
        if (slot < 0 || slots[slot] == null) {
            return null;
        }
        V old = (V) slots[slot + 1];
        free(slot);
        size--;
        return old;
    }

    /** Frees a slot, and moves those behind it that would not be found any more. */
    private void free(int slot) {
        int hole = slot;
        for (int next = after(hole); ; next = after(next)) {
            Object key = slots[next];
            if (key == null) {
                break;
            }
            int distance = (next - home(key)) & (slots.length - 1);
            if (distance >= ((next - hole) & (slots.length - 1))) {
                slots[hole] = key;
                slots[hole + 1] = slots[next + 1];
                hole = next;
            }
        }
        slots[hole] = null;
        slots[hole + 1] = null;
    }

    private void grow() {
        @Nullable Object[] old = slots;
        slots = new Object[2 * old.length];
        for (int i = 0; i < old.length; i += 2) {
            Object key = old[i];
            if (key != null) {
                int slot = find(key);
                slots[slot] = key;
                slots[slot + 1] = old[i + 1];
            }
        }
    }

    /** The key's slot, or the free one that it would have. Most keys are the very same. */
    @SuppressWarnings("ReferenceEquality")
    private int find(Object key) {
        int slot = home(key);
        while (true) {
            Object other = slots[slot];
            if (other == key || other == null || other.equals(key)) {
                return slot;
            }
            slot = after(slot);
        }
    }

    private int home(Object key) {
        int hash = key.hashCode() * 0x9E3779B9; // spreads hashes that differ in few bits
        return ((hash >>> 8) * 2) & (slots.length - 1);
    }

    private int after(int slot) {
        return (slot + 2) & (slots.length - 1);
    }

    @Override
    public Set<Map.Entry<K, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public Iterator<Map.Entry<K, V>> iterator() {
                return new Entries();
            }
        };
    }

    /** Cannot remove: {@link #remove} moves other cells. */
    private final class Entries implements Iterator<Map.Entry<K, V>> {

        private int slot = taken(0);

        private int taken(int from) {
            int next = from;
            while (next < slots.length && slots[next] == null) {
                next += 2;
            }
            return next;
        }

        @Override
        public boolean hasNext() {
            return slot < slots.length;
        }

        @Override
        @SuppressWarnings("unchecked")
        public Map.Entry<K, V> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Map.Entry<K, V> entry =
                    Map.entry(
                            (K) Objects.requireNonNull(slots[slot]),
                            (V) Objects.requireNonNull(slots[slot + 1]));
            slot = taken(slot + 2);
            return entry;
        }
    }
}
