package dev.laurel.engine.expressions;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A condition as the conjuncts it is made of, so that it can say which one did not hold. Immutable,
 * for any number of threads.
 */
public final class Condition {

    /** The condition that always holds. */
    public static final Condition ALWAYS = new Condition(List.of(), Facts.NONE, Set.of());

    private final List<Conjunct> conjuncts;
    private final Facts facts;
    private final Set<String> paths;
    private final boolean readsMember;

    Condition(List<Conjunct> conjuncts, Facts facts, Set<String> paths) {
        this.conjuncts = conjuncts;
        this.facts = facts;
        this.paths = paths;
        this.readsMember =
                paths.stream()
                        .anyMatch(path -> path.startsWith("member.") && !path.equals("member.id"));
    }

    /** The fields that it reads, such as {@code metrics.spend}. */
    public Set<String> paths() {
        return paths;
    }

    /**
     * Whether it reads more of the member than the id, which only the member's own partition knows.
     */
    public boolean readsMember() {
        return readsMember;
    }

    /** Whether it is false whatever happens, as far as that can be told without an event. */
    public boolean neverHolds() {
        try {
            return !holds(Variables.none());
        } catch (ExpressionFailure depends) {
            return false;
        }
    }

    /** What is known where this condition holds. */
    public Facts facts() {
        return facts;
    }

    /**
     * Whether it holds.
     *
     * @throws ExpressionFailure when a conjunct fails and none is false
     */
    public boolean holds(Variables variables) throws ExpressionFailure {
        return broken(variables) == null;
    }

    /**
     * Why it does not hold, {@code null} when it does. As CEL has it, one conjunct that is false
     * decides, even where another one fails.
     *
     * @throws ExpressionFailure when a conjunct fails and none is false
     */
    public @Nullable String unmet(Variables variables) throws ExpressionFailure {
        Conjunct broken = broken(variables);
        return broken == null ? null : broken.reason(variables);
    }

    private @Nullable Conjunct broken(Variables variables) throws ExpressionFailure {
        ExpressionFailure failure = null;
        for (Conjunct conjunct : conjuncts) {
            try {
                if (!conjunct.holds(variables)) {
                    return conjunct;
                }
            } catch (ExpressionFailure e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return null;
    }
}
