package dev.laurel.simulation;

import dev.laurel.engine.decisions.BadgeEffect;
import dev.laurel.engine.decisions.Cause;
import dev.laurel.engine.decisions.ChallengeDecision;
import dev.laurel.engine.decisions.Decision;
import dev.laurel.engine.decisions.PointsEffect;
import dev.laurel.engine.decisions.RuleDecision;
import dev.laurel.tiers.Level;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts what decisions say and what is booked. For one thread. */
final class Journal {

    private final Tally<Decision.Outcome> decisions = new Tally<>(Decision.Outcome.class);
    private final Map<String, RuleCount> rules = new HashMap<>();
    private final Map<String, long[]> challenges = new HashMap<>();
    private final Map<String, long[]> badges = new HashMap<>();
    private final Map<Cause, Map<String, Sum>> points = new HashMap<>();
    private final Map<String, Map<String, Sum>> tiers = new TreeMap<>();
    private final Map<String, Reasons> failures = new TreeMap<>();

    void decided(Decision decision) {
        decisions.add(decision.outcome());
        for (RuleDecision rule : decision.rules()) {
            rules.computeIfAbsent(rule.rule(), id -> new RuleCount()).add(rule);
        }
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

    /**
     * Counts points.
     *
     * @param moved how many there were after all
     */
    void booked(PointsEffect effect, long moved) {
        points.computeIfAbsent(effect.cause(), cause -> new TreeMap<>())
                .computeIfAbsent(effect.wallet(), wallet -> new Sum())
                .add(moved);
    }

    /** Counts points for reaching a tier. */
    void paid(Level level, String wallet, long more) {
        tiers.computeIfAbsent(level.id(), id -> new TreeMap<>())
                .computeIfAbsent(wallet, id -> new Sum())
                .add(more);
    }

    /** What reaching a tier gave. */
    Map<String, Movement> tier(String id) {
        return moved(tiers.getOrDefault(id, Map.of()));
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
        return decisions.counts();
    }

    RuleFigures rule(String id) {
        return rules.getOrDefault(id, new RuleCount()).figures(id, points(Cause.rule(id)));
    }

    /** What came of a challenge, but for what only the members' accounts know. */
    ChallengeFigures challenge(String id, long withoutPlace, long heldOut) {
        long[] counts = challenges.getOrDefault(id, new long[2]);
        return new ChallengeFigures(
                id, counts[0], counts[1], withoutPlace, heldOut, points(Cause.challenge(id)));
    }

    BadgeFigures badge(String id, long members) {
        long[] counts = badges.getOrDefault(id, new long[2]);
        return new BadgeFigures(id, counts[0], counts[1], members);
    }

    /** What every mechanic moved, by its cause such as {@code rule:base-earn} and by wallet. */
    Map<String, Map<String, Movement>> mechanics() {
        Map<String, Map<String, Movement>> byName = new TreeMap<>();
        points.keySet().forEach(cause -> byName.put(cause.toString(), points(cause)));
        tiers.forEach((tier, sums) -> byName.put("tier:" + tier, moved(sums)));
        return byName;
    }

    /** Sentences by metric or badge condition that failed. */
    Map<String, Map<String, Long>> failures() {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        failures.forEach((cause, reasons) -> counts.put(cause, reasons.counts()));
        return counts;
    }

    private Map<String, Movement> points(Cause cause) {
        return moved(points.getOrDefault(cause, Map.of()));
    }

    private static Map<String, Movement> moved(Map<String, Sum> sums) {
        Map<String, Movement> moved = new TreeMap<>();
        sums.forEach((wallet, sum) -> moved.put(wallet, sum.movement));
        return moved;
    }

    /** What has moved in a wallet so far. */
    private static final class Sum {

        private Movement movement = Movement.NONE;

        private void add(long more) {
            movement = movement.plus(more);
        }
    }
}
