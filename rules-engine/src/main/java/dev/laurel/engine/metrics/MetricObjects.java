package dev.laurel.engine.metrics;

import dev.laurel.engine.document.Section;
import dev.laurel.engine.expressions.Expression;
import dev.laurel.engine.expressions.ExpressionFailure;
import dev.laurel.engine.expressions.Variables;
import dev.laurel.engine.state.MetricKey;
import dev.laurel.engine.traces.EventTrace.Contribution;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Objects of metrics that have one value for each of them, such as a post or a store. */
public final class MetricObjects {

    private static final int LONGEST = 200;

    private MetricObjects() {}

    /** The ids of the metrics that have one value for each object. */
    public static Set<String> metrics(List<Metric> metrics) {
        return metrics.stream()
                .filter(metric -> metric.per() != null)
                .map(Metric::id)
                .collect(Collectors.toSet());
    }

    /** Adds a problem for every step of a challenge over a metric that has no value of its own. */
    public static void refuseAsMeasures(Section document, List<Metric> metrics) {
        Set<String> objectMetrics = metrics(metrics);
        if (objectMetrics.isEmpty()) {
            return;
        }
        for (Section challenge : document.sections("challenges")) {
            for (Section step : challenge.sections("steps")) {
                if (step.value("measure") instanceof String metric
                        && objectMetrics.contains(metric)) {
                    step.problem(
                            "measure",
                            "Expected a metric without `per`, but '%s' has one value for each object."
                                    .formatted(metric));
                }
            }
        }
    }

    static MetricKey key(String metric, Expression per, Variables variables)
            throws ExpressionFailure {
        Object value = per.value(variables);
        String object = value.toString();
        boolean id = value instanceof String || value instanceof Long;
        if (!id || object.isBlank() || object.length() > LONGEST) {
            throw per.failure(
                    "it was no text of 1 to %d characters and no whole number".formatted(LONGEST));
        }
        return MetricKey.object(metric, object);
    }

    /** The objects of which contributions concern a value of one of these metrics, each once. */
    public static Collection<String> in(List<Contribution> contributions, Set<String> metrics) {
        Set<String> objects = new LinkedHashSet<>();
        for (Contribution contribution : contributions) {
            for (MetricKey key : contribution.cells()) {
                if (key.scope() == MetricKey.Scope.OBJECT && metrics.contains(key.metric())) {
                    objects.add(key.challenge());
                }
            }
        }
        return objects;
    }
}
