package dev.laurel.engine;

import dev.laurel.engine.events.Event;
import dev.laurel.engine.events.LineShape;
import dev.laurel.engine.expressions.Expression;
import dev.laurel.engine.expressions.ExpressionFailure;
import dev.laurel.engine.expressions.Measurement;
import dev.laurel.engine.expressions.Variables;
import dev.laurel.engine.lines.Lines;
import dev.laurel.engine.metrics.Meter;
import dev.laurel.engine.metrics.Moment;
import dev.laurel.engine.rules.Rule;
import dev.laurel.engine.state.DistinctValues;
import dev.laurel.engine.state.MetricCell;
import dev.laurel.engine.traces.EventTrace.Award;
import dev.laurel.engine.traces.EventTrace.Contribution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What of an event's effect came of which of its lines: a formula that reads the lines is worked
 * out for each line as if it were the only one. Where the whole is the sum of that, it came of the
 * lines.
 */
final class ByLine {

    private static final double MILLION = 1_000_000;
    private static final double ROUNDING = 1e-9;

    private final @Nullable LineShape shape;
    private final Lines lines;
    private final List<Variables> alone = new ArrayList<>();
    private final Function<Event, Variables> variables;
    private final Event event;

    /**
     * For an event.
     *
     * @param shape how its lines are written, {@code null} when nothing goes by them
     * @param variables the variables of an event with other data
     */
    ByLine(@Nullable LineShape shape, Event event, Function<Event, Variables> variables) {
        this.shape = shape;
        this.lines = shape == null ? Lines.NONE : shape.lines(event.data());
        this.variables = variables;
        this.event = event;
        if (shape != null && !lines.isEmpty()) {
            shape.byId(event.data())
                    .values()
                    .forEach(line -> alone.add(variables.apply(with(event, shape.of(), line))));
        }
    }

    private static Event with(Event event, String list, List<Object> elements) {
        Map<String, Object> data = new HashMap<>(event.data());
        data.put(list, elements);
        return new Event(
                event.source(),
                event.id(),
                event.type(),
                event.subject(),
                event.time(),
                event.recordedTime(),
                event.imported(),
                data);
    }

    Lines lines() {
        return lines;
    }

    /** The same awards, by line where they came of the lines. */
    List<Award> awards(List<Award> awards, List<Rule> rules) {
        if (alone.isEmpty()) {
            return awards;
        }
        List<Award> all = new ArrayList<>();
        for (Award award : awards) {
            Expression points = formula(award, rules);
            all.add(points == null || !readsLines(points) ? award : award.with(numbers(points)));
        }
        return all;
    }

    private static @Nullable Expression formula(Award award, List<Rule> rules) {
        return rules.stream()
                .filter(rule -> rule.id().equals(award.rule()))
                .flatMap(rule -> rule.awards().stream())
                .filter(each -> each.wallet().equals(award.wallet()))
                .map(dev.laurel.engine.rules.Award::points)
                .findFirst()
                .orElse(null);
    }

    /** The same contributions, by line where they came of the lines. */
    List<Contribution> contributions(
            List<Contribution> contributions, List<Meter> meters, Moment moment) {
        if (alone.isEmpty()) {
            return contributions;
        }
        List<Contribution> all = new ArrayList<>();
        for (Contribution contribution : contributions) {
            String metric = contribution.cells().getFirst().metric();
            List<MetricCell> cells =
                    meters.stream()
                            .filter(meter -> meter.metric().id().equals(metric))
                            .findFirst()
                            .map(meter -> cells(meter, moment))
                            .orElse(List.of());
            all.add(contribution.with(cells));
        }
        return all;
    }

    private List<MetricCell> cells(Meter meter, Moment moment) {
        return switch (meter.metric().measurement()) {
            case Measurement.Sum(Expression value) when readsLines(value) ->
                    numbers(value).stream().<MetricCell>map(MetricCell.Total::new).toList();
            case Measurement.Distinct(Expression values) when readsLines(values) ->
                    values(meter, moment);
            case Measurement.Sum _,
                    Measurement.Distinct _,
                    Measurement.Count _,
                    Measurement.Extreme _,
                    Measurement.Last _ ->
                    List.of();
        };
    }

    private List<MetricCell> values(Meter meter, Moment moment) {
        List<MetricCell> cells = new ArrayList<>();
        try {
            for (Variables line : alone) {
                MetricCell cell = meter.contribution(line, moment);
                cells.add(cell == null ? new MetricCell.Distinct(DistinctValues.once()) : cell);
            }
            return cells;
        } catch (ExpressionFailure notByLine) {
            return List.of();
        }
    }

    /** In millionths; none where they do not sum to the whole, or some take while others give. */
    private List<Long> numbers(Expression formula) {
        List<Long> numbers = new ArrayList<>();
        try {
            double whole = formula.number(variables.apply(event));
            double sum = 0;
            for (Variables line : alone) {
                double number = formula.number(line);
                if (number * whole < 0 || Math.abs(number) * MILLION >= 0x1p53) {
                    return List.of();
                }
                sum += number;
                numbers.add(Math.round(number * MILLION));
            }
            return Math.abs(sum - whole) <= ROUNDING * Math.abs(whole) ? numbers : List.of();
        } catch (ExpressionFailure notByLine) {
            return List.of();
        }
    }

    private boolean readsLines(Expression formula) {
        String path = "event.data." + (shape == null ? "" : shape.of());
        return formula.paths().stream()
                .anyMatch(read -> read.equals(path) || read.startsWith(path + "."));
    }
}
