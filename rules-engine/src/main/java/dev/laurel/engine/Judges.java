package dev.laurel.engine;

import dev.laurel.engine.badges.Badge;
import dev.laurel.engine.badges.BadgeChanges;
import dev.laurel.engine.badges.BadgeConditions;
import dev.laurel.engine.challenges.Challenge;
import dev.laurel.engine.challenges.Judging;
import dev.laurel.engine.decisions.Cause;
import dev.laurel.engine.metrics.MetricObjects;
import dev.laurel.engine.state.Draft;
import dev.laurel.engine.streaks.Keeping;
import dev.laurel.engine.streaks.Streak;
import dev.laurel.engine.traces.EventTrace.Contribution;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Judges what an event concerns once all is counted: what it moved, and what a new version of the
 * program wants to be judged afresh whether or not the event moved it.
 */
final class Judges {

    private final Program program;
    private final Draft draft;
    private final Set<Cause> afresh;

    /**
     * @param afresh mechanics to be judged in any case
     */
    Judges(Program program, Draft draft, Set<Cause> afresh) {
        this.program = program;
        this.draft = draft;
        this.afresh = afresh;
    }

    void challenges(Judging judging, Set<String> changedMetrics) {
        for (Challenge challenge : program.index().challengesOver(changedMetrics)) {
            if (!isAfresh(Cause.challenge(challenge.id()))) {
                judging.judge(challenge, program.index().isStaying(challenge.badge()));
            }
        }
        if (afresh.isEmpty()) {
            return;
        }
        program.challenges().stream()
                .filter(challenge -> isAfresh(Cause.challenge(challenge.id())))
                .forEach(challenge ->
                        judging.judgeAll(challenge, program.index().isStaying(challenge.badge())));
    }

    void streaks(Keeping keeping, BadgeChanges badges) {
        if (!afresh.isEmpty()) {
            program.streaks().stream()
                    .map(Streak::id)
                    .filter(streak -> isAfresh(Cause.streak(streak)))
                    .forEach(keeping::judge);
        }
        keeping.settle(program.streaks(), badges, program.index()::isStaying);
    }

    /**
     * Judges badges.
     *
     * @param moved what the event put into metrics or took out of them
     */
    void badges(BadgeConditions conditions, Set<String> changedMetrics, List<Contribution> moved) {
        for (Badge badge : program.index().badgesOver(changedMetrics)) {
            Collection<String> objects =
                    badge.overObjects() ? MetricObjects.in(moved, badge.metrics()) : List.of();
            conditions.judge(badge, objects);
        }
        if (afresh.isEmpty()) {
            return;
        }
        program.badges().stream()
                .filter(badge -> isAfresh(Cause.badge(badge.part())))
                .forEach(badge -> conditions.judge(badge, draft.objects(badge.metrics())));
    }

    private boolean isAfresh(Cause mechanic) {
        return !afresh.isEmpty() && afresh.contains(mechanic);
    }
}
