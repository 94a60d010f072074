package dev.laurel.engine;

import dev.laurel.engine.badges.Badge;
import dev.laurel.engine.challenges.Challenge;
import dev.laurel.engine.document.Problems;
import dev.laurel.engine.document.Section;
import dev.laurel.engine.expressions.Condition;
import dev.laurel.engine.metrics.Metric;
import dev.laurel.engine.streaks.Streak;
import java.util.List;
import java.util.Set;

/** Looks for challenges, streaks and badges that nobody can ever get. */
final class NeverReview {

    private final Program.Definition program;
    private final Section document;
    private final Problems warnings;

    NeverReview(Program.Definition program, Section document, Problems warnings) {
        this.program = program;
        this.document = document;
        this.warnings = warnings;
    }

    void review() {
        List<Challenge> challenges = program.challenges();
        for (int i = 0; i < challenges.size(); i++) {
            if (challenges.get(i).entry().audience().neverHolds()) {
                warn(
                        "challenges",
                        i,
                        "Expected an audience that somebody can belong to, but nobody can, so '%s' cannot be completed.",
                        challenges.get(i).id());
            }
        }
        List<Streak> streaks = program.streaks();
        for (int i = 0; i < streaks.size(); i++) {
            if (streaks.get(i).activities().stream()
                    .allMatch(activity -> activity.trigger().when().neverHolds())) {
                warn(
                        "streaks",
                        i,
                        "Expected a condition that can hold, but it never does, so '%s' never begins.",
                        streaks.get(i).id());
            }
        }
        badges();
    }

    private void badges() {
        List<String> ids = List.copyOf(document.ids("badges"));
        for (Badge badge : program.badges()) {
            Condition when = badge.when();
            if (when != null && ids.contains(badge.id()) && (when.neverHolds() || unmoved(badge))) {
                warn(
                        "badges",
                        ids.indexOf(badge.id()),
                        "Expected a condition that can hold, but it never does, so nobody gets '%s'.",
                        badge.id());
            }
        }
    }

    /** Whether it reads metrics of which none ever moves: it is judged only when one does. */
    private boolean unmoved(Badge badge) {
        Set<String> read = badge.metrics();
        return !read.isEmpty()
                && program.metrics().stream()
                        .filter(metric -> read.contains(metric.id()))
                        .map(Metric::when)
                        .allMatch(Condition::neverHolds);
    }

    private void warn(String list, int index, String message, String about) {
        warnings.add(document.place(list).child(index).pointer(), message.formatted(about));
    }
}
