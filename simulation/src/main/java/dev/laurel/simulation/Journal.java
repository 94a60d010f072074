package dev.laurel.simulation;

import dev.laurel.engine.decisions.BadgeEffect;
import dev.laurel.engine.decisions.Cause;
import dev.laurel.engine.decisions.ChallengeDecision;
import dev.laurel.engine.decisions.Decision;
import dev.laurel.engine.decisions.PointsEffect;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts what decisions say and what is booked. */
final class Journal {

    private final Map<Decision.Outcome, Long> decisions = new EnumMap<>(Decision.Outcome.class);
    private final Map<String, RuleCount> rules = new HashMap<>();
    private final Map<String, long[]> challenges = new HashMap<>();
    private final Map<String, long[]> badges = new HashMap<>();
    private final Map<Cause, Map<String, Movement>> points = new HashMap<>();
    private final Map<String, Reasons> failures = new TreeMap<>();

    void decided(Decision decision) {
        decisions.merge(decision.outcome(), 1L, Long::sum);
        decision.rules()
                .forEach(rule ->
                        rules.computeIfAbsent(rule.rule(), id -> new RuleCount()).add(rule));
        decision.failures()
                .forEach(failure ->
                        failures.computeIfAbsent(failure.cause().toString(), id -> new Reasons())
                                .add(failure.message()));
        for (ChallengeDecision challenge : decision.challenges()) {
            int more = challenge.completions() - challenge.completionsBefore();
            if (more != 0) {
                challenges
                                .computeIfAbsent(challenge.challenge(), id -> new long[2])[
                                more > 0 ? 0 : 1] +=
                        Math.abs(more);
            }
        }
    }

    void booked(PointsEffect effect) {
        points.computeIfAbsent(effect.cause(), cause -> new TreeMap<>())
                .merge(
                        effect.wallet(),
                        Movement.NONE.plus(effect.points()),
                        (before, ignored) -> before.plus(effect.points()));
    }

    void booked(BadgeEffect effect) {
        int change =
                switch (effect.change()) {
                    case ISSUED -> 0;
                    case REVOKED -> 1;
                };
        badges.computeIfAbsent(effect.badge(), id -> new long[2])[change]++;
    }

    Map<Decision.Outcome, Long> decisions() {
        return decisions;
    }

    RuleFigures rule(String id) {
        return rules.getOrDefault(id, new RuleCount()).figures(id, points(Cause.rule(id)));
    }

    ChallengeFigures challenge(String id) {
        long[] counts = challenges.getOrDefault(id, new long[2]);
        return new ChallengeFigures(id, counts[0], counts[1], points(Cause.challenge(id)));
    }

    BadgeFigures badge(String id, long members) {
        long[] counts = badges.getOrDefault(id, new long[2]);
        return new BadgeFigures(id, counts[0], counts[1], members);
    }

    /** What every mechanic moved, by its cause such as {@code rule:base-earn} and by wallet. */
    Map<String, Map<String, Movement>> mechanics() {
        Map<String, Map<String, Movement>> byName = new TreeMap<>();
        points.forEach((cause, moved) -> byName.put(cause.toString(), moved));
        return byName;
    }

    /** Sentences by metric or badge condition that failed. */
    Map<String, Map<String, Long>> failures() {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        failures.forEach((cause, reasons) -> counts.put(cause, reasons.counts()));
        return counts;
    }

    private Map<String, Movement> points(Cause cause) {
        return points.getOrDefault(cause, Map.of());
    }
}
