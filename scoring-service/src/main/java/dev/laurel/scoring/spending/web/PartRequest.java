package dev.laurel.scoring.spending.web;

import org.jspecify.annotations.Nullable;

/**
 * How much of a hold a request is about.
 *
 * @param points above 0, {@code null} for all of it
 */
record PartRequest(@Nullable Long points) {

    static final PartRequest ALL = new PartRequest(null);

    PartRequest {
        if (points != null && points <= 0) {
            throw new IllegalArgumentException(
                    "Expected points above 0, but they were %d.".formatted(points));
        }
    }
}
