package dev.laurel.engine.badges;

import dev.laurel.engine.decisions.Cause;
import dev.laurel.engine.decisions.Failure;
import dev.laurel.engine.expressions.ExpressionFailure;
import dev.laurel.engine.expressions.Variables;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** Judges badges by their own conditions, after metrics have changed. */
public final class BadgeConditions {

    private BadgeConditions() {}

    /**
     * Grants and withdraws badges.
     *
     * @param badges those whose metrics have changed
     * @param metrics the metrics now, asked for once there is a badge
     * @param failures gets the conditions that fail; such a badge stays as it is
     */
    public static void judge(
            Collection<Badge> badges,
            Supplier<Variables> metrics,
            BadgeChanges changes,
            List<Failure> failures) {
        if (badges.isEmpty()) {
            return;
        }
        Variables variables = metrics.get();
        for (Badge badge : badges) {
            Cause ground = Cause.badge(badge.id());
            try {
                if (badge.when() == null) {
                    continue;
                }
                if (badge.when().holds(variables)) {
                    changes.grant(badge.id(), ground);
                } else if (badge.revocable()) {
                    changes.withdraw(badge.id(), ground);
                }
            } catch (ExpressionFailure failure) {
                failures.add(new Failure(ground, String.valueOf(failure.getMessage())));
            }
        }
    }
}
