package dev.laurel.engine.challenges;

import dev.laurel.engine.challenges.Challenge.Step;
import dev.laurel.engine.metrics.Metric;
import dev.laurel.engine.state.MetricCell;
import dev.laurel.engine.state.MetricCells;
import dev.laurel.engine.state.MetricKey;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Measures the steps of challenges. */
final class Progress {

    private final Map<String, Metric> metrics;

    Progress(Map<String, Metric> metrics) {
        this.metrics = metrics;
    }

    double measure(Challenge challenge, Step step, MetricCells cells) {
        Metric metric = Objects.requireNonNull(metrics.get(step.metric()));
        return switch (step.window()) {
            case CHALLENGE ->
                    metric.value(cells.metric(MetricKey.within(challenge.id(), metric.id())));
            case EVER -> metric.value(untilClose(challenge, metric, cells));
        };
    }

    /** All that was ever measured but for what came after the challenge had closed. */
    private static @Nullable MetricCell untilClose(
            Challenge challenge, Metric metric, MetricCells cells) {
        MetricCell ever = cells.metric(MetricKey.ever(metric.id()));
        MetricCell after = cells.metric(MetricKey.after(challenge.id(), metric.id()));
        return ever == null || after == null ? ever : ever.minus(after);
    }
}
