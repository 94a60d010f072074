package dev.laurel.engine.state;

import org.jspecify.annotations.Nullable;

/** Where metric cells can be looked up. */
@FunctionalInterface
public interface MetricCells {

    /** The cell, {@code null} while nothing has been added to it. */
    @Nullable MetricCell metric(MetricKey key);
}
