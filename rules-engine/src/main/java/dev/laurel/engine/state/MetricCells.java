package dev.laurel.engine.state;

import dev.laurel.engine.state.MetricKey.Scope;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where metric cells can be looked up. */
public interface MetricCells {

    /** The cell, {@code null} while nothing has been added to it. */
    @Nullable MetricCell metric(MetricKey key);

    /** All cells of an indexed scope, by index. Looks through all cells of the member. */
    SortedMap<Long, MetricCell> series(String metric, Scope scope, String challenge);

    /** Picks a series out of cells. */
    static SortedMap<Long, MetricCell> series(
            Map<MetricKey, MetricCell> cells, String metric, Scope scope, String challenge) {
        SortedMap<Long, MetricCell> series = new TreeMap<>();
        cells.forEach((key, cell) -> {
            if (key.isOf(metric, scope, challenge)) {
                series.put(key.index(), cell);
            }
        });
        return series;
    }
}
