package dev.laurel.scoring.tiers.web;

import dev.laurel.tiers.Ladder;
import dev.laurel.tiers.Measure;
import org.jspecify.annotations.Nullable;

/** What tiers go by, as answers have it: a wallet or a metric. */
final class MeasureView {

    private MeasureView() {}

    /** The wallet's id, {@code null} if they go by a metric. */
    static @Nullable String wallet(Ladder ladder) {
        return ladder.measure() instanceof Measure.Wallet(String id) ? id : null;
    }

    /** The metric's id, {@code null} if they go by a wallet. */
    static @Nullable String metric(Ladder ladder) {
        return ladder.measure() instanceof Measure.Metric(String id) ? id : null;
    }
}
