package dev.laurel.engine.challenges;

import dev.laurel.engine.challenges.Step.Measured;
import dev.laurel.engine.metrics.Window;
import dev.laurel.engine.periods.Period;
import dev.laurel.engine.state.MetricKey;
import dev.laurel.engine.state.MetricKey.Scope;
import dev.laurel.engine.traces.EventTrace.Contribution;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What challenges ask of metrics. */
public final class ChallengeWindows {

    private ChallengeWindows() {}

    /** The metrics that measure a challenge's steps. */
    public static Set<String> metrics(Challenge challenge) {
        return challenge.measuredSteps().stream().map(Measured::metric).collect(Collectors.toSet());
    }

    /** How a challenge wants a metric to be measured. */
    public static Window of(Challenge challenge, String metric) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (Measured step : challenge.measuredSteps()) {
            if (step.metric().equals(metric)) {
                scopes.add(scope(challenge, step.window()));
            }
        }
        return new Window(
                metric,
                challenge.id(),
                challenge.open(),
                scopes,
                challenge.byTeam(),
                challenge.repeat().period());
    }

    /** Whether a contribution counted for a challenge. */
    public static boolean hold(Challenge challenge, Contribution contribution) {
        for (MetricKey cell : contribution.cells()) {
            if (cell.scope().isProgress()
                    ? (cell.team() == null ? cell : cell.ofTeam())
                            .challenge()
                            .equals(challenge.id())
                    : challenge.measuredSteps().stream()
                            .anyMatch(step ->
                                    step.window() instanceof Step.Window.Ever
                                            && step.metric().equals(cell.metric()))) {
                return true;
            }
        }
        return false;
    }

    private static Scope scope(Challenge challenge, Step.Window window) {
        return switch (window) {
            case Step.Window.Ever _ -> Scope.AFTER;
            case Step.Window.Calendar(Period period) -> Scope.of(period);
            case Step.Window.Rolling _ -> Scope.DAY;
            case Step.Window.Challenge _ -> {
                if (challenge.inSequence()) {
                    yield Scope.MOMENT;
                }
                yield challenge.repeat().period() == null ? Scope.WITHIN : Scope.OCCURRENCE;
            }
        };
    }
}
