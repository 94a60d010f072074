package dev.laurel.engine.state;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Where a member stands with a badge that they have held at least once.
 *
 * @param grounds what the member holds it for, such as {@code badge:regular} for the badge's own
 *     condition or {@code challenge:explorer}, with {@code kept:} before it for good; held as long
 *     as there is one
 * @param times how often it has been issued
 */
public record BadgeState(Set<String> grounds, int times) {

    private static final String KEPT = "kept:";

    public static final BadgeState NEVER = new BadgeState(Set.of(), 0);

    public BadgeState {
        grounds = Set.copyOf(grounds);
    }

    public boolean held() {
        return !grounds.isEmpty();
    }

    /** The same for good, as far as it is held for these grounds: nothing withdraws them then. */
    public BadgeState kept(Predicate<String> ofGrounds) {
        return with(ground -> ofGrounds.test(ground) ? KEPT + ground : ground);
    }

    /** The same as if these grounds had never been kept for good. */
    public BadgeState notKept(Predicate<String> ofGrounds) {
        return with(ground -> {
            String own = ground.startsWith(KEPT) ? ground.substring(KEPT.length()) : ground;
            return ofGrounds.test(own) ? own : ground;
        });
    }

    private BadgeState with(UnaryOperator<String> change) {
        Collection<String> changed = new HashSet<>();
        grounds.forEach(ground -> changed.add(change.apply(ground)));
        return new BadgeState(Set.copyOf(changed), times);
    }
}
