package dev.laurel.engine;

import dev.laurel.engine.challenges.Step;
import dev.laurel.engine.expressions.Condition;
import dev.laurel.engine.expressions.Measurement;
import dev.laurel.engine.metrics.Metric;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds steps that no event can reach. */
final class Reach {

    /** What a sum in millionths can hold. */
    private static final double MOST = Long.MAX_VALUE / 1e6;

    private Reach() {}

    /** Why a step cannot be reached, {@code null} when nothing speaks against it. */
    static @Nullable String obstacle(Step step, List<Metric> metrics) {
        return switch (step) {
            case Step.Known known -> never("the step", step.id(), known.when());
            case Step.Measured measured -> {
                Metric metric =
                        metrics.stream()
                                .filter(each -> each.id().equals(measured.metric()))
                                .findFirst()
                                .orElseThrow();
                String never = never("the metric", metric.id(), metric.when());
                yield never == null ? tooMuch(measured, metric) : never;
            }
        };
    }

    private static @Nullable String never(String kind, String id, Condition when) {
        return when.neverHolds()
                ? "Expected a condition of %s '%s' that can hold, but it never does, so the step cannot be reached."
                        .formatted(kind, id)
                : null;
    }

    private static @Nullable String tooMuch(Step.Measured step, Metric metric) {
        boolean counts =
                metric.measurement() instanceof Measurement.Count
                        || metric.measurement() instanceof Measurement.Distinct;
        double most = counts ? Integer.MAX_VALUE : MOST;
        return step.target() > most
                ? "Expected a target that the metric '%s' can reach, at most %.0f, but it was %.0f."
                        .formatted(metric.id(), most, step.target())
                : null;
    }
}
