package dev.laurel.engine.badges;

import dev.laurel.engine.decisions.Cause;
import dev.laurel.engine.decisions.Failure;
import dev.laurel.engine.expressions.Condition;
import dev.laurel.engine.expressions.ExpressionFailure;
import dev.laurel.engine.expressions.Variables;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Judges badges by their own conditions, after metrics have changed. */
public final class BadgeConditions {

    /** Where metrics with one value for each object are not read. */
    private static final String NO_OBJECT = "";

    private final Function<String, Variables> metrics;
    private final Map<String, Variables> known = new HashMap<>();
    private final BadgeChanges changes;
    private final List<Failure> failures;

    /**
     * Begins.
     *
     * @param metrics the metrics now, given the object whose values are meant, empty for none
     * @param failures gets the conditions that fail; such a badge stays as it is
     */
    public BadgeConditions(
            Function<String, Variables> metrics, BadgeChanges changes, List<Failure> failures) {
        this.metrics = metrics;
        this.changes = changes;
        this.failures = failures;
    }

    /**
     * Grants and withdraws a badge.
     *
     * @param badge one whose metrics have changed
     * @param objects those for which they have changed
     */
    public void judge(Badge badge, Collection<String> objects) {
        Condition when = badge.when();
        if (when == null) {
            return;
        }
        Cause ground = Cause.badge(badge.id());
        try {
            if (!badge.overObjects()) {
                judge(badge, when.holds(variables(NO_OBJECT)), ground);
            }
            for (String object : badge.overObjects() ? objects : List.<String>of()) {
                judge(badge, object, when.holds(variables(object)), ground);
            }
        } catch (ExpressionFailure failure) {
            failures.add(new Failure(ground, String.valueOf(failure.getMessage())));
        }
    }

    private void judge(Badge badge, boolean holds, Cause ground) {
        if (holds) {
            changes.grant(badge.id(), ground);
        } else if (badge.revocable()) {
            changes.withdraw(badge.id(), ground);
        }
    }

    private void judge(Badge badge, String object, boolean holds, Cause ground) {
        if (holds) {
            changes.grant(badge, object, ground);
        } else if (badge.revocable()) {
            changes.withdraw(badge, object, ground);
        }
    }

    private Variables variables(String object) {
        return known.computeIfAbsent(object, metrics);
    }
}
