package dev.laurel.engine;

import dev.laurel.engine.challenges.Challenge;
import dev.laurel.engine.challenges.Repeat;
import dev.laurel.engine.challenges.Step;
import dev.laurel.engine.document.Place;
import dev.laurel.engine.document.Problems;
import dev.laurel.engine.expressions.ExpressionFailure;
import dev.laurel.engine.expressions.Variables;
import dev.laurel.engine.metrics.Metric;
import dev.laurel.engine.rules.Award;
import dev.laurel.engine.rules.Rule;
import dev.laurel.engine.streaks.Streak;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks for awards that members can make feed themselves. No award is an event, so none triggers
 * another one; what can go round is doing something, undoing it and doing it again.
 */
final class LoopReview {

    private final Program.Definition program;
    private final Problems warnings;
    private final Set<String> undoable = new HashSet<>();
    private final Set<String> undoing;

    LoopReview(Program.Definition program, Problems warnings) {
        this.program = program;
        this.warnings = warnings;
        this.undoing = program.reversals().keySet();
        program.reversals().values().forEach(reversal -> undoable.add(reversal.of()));
    }

    void review() {
        for (int i = 0; i < program.rules().size(); i++) {
            rule(program.rules().get(i), Place.ROOT.child("rules").child(i));
        }
        for (int i = 0; i < program.challenges().size(); i++) {
            challenge(program.challenges().get(i), Place.ROOT.child("challenges").child(i));
        }
        for (int i = 0; i < program.streaks().size(); i++) {
            streak(program.streaks().get(i), Place.ROOT.child("streaks").child(i));
        }
    }

    private void rule(Rule rule, Place place) {
        if (!undoing.contains(rule.on()) || rule.pace().isBounded()) {
            return;
        }
        for (Award award : rule.awards()) {
            if (award.limits().isEmpty() && gives(award)) {
                warnings.add(
                        place.pointer(),
                        "Expected a limit on %s that are given for undoing, but there is none on '%s', so doing and undoing the same again and again pays."
                                .formatted(award.wallet(), rule.on()));
            }
        }
    }

    /** As far as that can be told without an event. */
    private static boolean gives(Award award) {
        try {
            return award.points().decimal(Variables.none()).signum() > 0;
        } catch (ExpressionFailure depends) {
            return false;
        }
    }

    private void challenge(Challenge challenge, Place place) {
        if (challenge.repeat() == Repeat.UNLIMITED && counts(challenge, undoing)) {
            warnings.add(
                    place.child("repeat").pointer(),
                    "Expected an end to what is given for undoing, but '%s' is unlimited and counts events that undo others."
                            .formatted(challenge.id()));
        }
        if (!challenge.takenBack()
                && challenge.repeat().period() != null
                && counts(challenge, undoable)) {
            warnings.add(
                    place.child("onReturn").pointer(),
                    "Expected `onReturn: take-back` where a challenge repeats, but '%s' keeps each award of events that can all be undone."
                            .formatted(challenge.id()));
        }
    }

    private boolean counts(Challenge challenge, Set<String> types) {
        Set<String> measured = new HashSet<>();
        challenge.measuredSteps().stream().map(Step.Measured::metric).forEach(measured::add);
        List<Metric> metrics = program.metrics();
        return metrics.stream()
                .anyMatch(metric -> measured.contains(metric.id()) && types.contains(metric.on()));
    }

    private void streak(Streak streak, Place place) {
        boolean undone =
                streak.activities().stream()
                        .anyMatch(activity -> undoable.contains(activity.trigger().on()));
        if (!streak.takenBack() && streak.again() && undone) {
            warnings.add(
                    place.child("onReturn").pointer(),
                    "Expected `onReturn: take-back` or `repeat: never`, but '%s' keeps what each run paid for events that can all be undone."
                            .formatted(streak.id()));
        }
    }
}
