package dev.laurel.engine.state;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cells that are copied when the first of them is set. */
final class Cells<K, V> {

    private final Map<K, V> before;
    private @Nullable Map<K, V> after;

    Cells(Map<K, V> before) {
        this.before = before;
    }

    @Nullable V get(K key) {
        return after == null ? before.get(key) : after.get(key);
    }

    void set(K key, @Nullable V value) {
        Map<K, V> cells = after;
        if (cells == null) {
            cells = new CellTable<>(before);
            after = cells;
        }
        if (value == null) {
            cells.remove(key);
        } else {
            cells.put(key, value);
        }
    }

    /** All of them as they are now. */
    Map<K, V> now() {
        return after == null ? before : after;
    }

    boolean changed() {
        return after != null;
    }

    boolean grown() {
        return after != null && after.size() > before.size();
    }

    Map<K, V> finish() {
        return now();
    }
}
