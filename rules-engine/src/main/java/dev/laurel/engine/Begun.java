package dev.laurel.engine;

import dev.laurel.engine.state.Draft;
import dev.laurel.engine.state.MemberState;
import java.util.Set;
import java.util.stream.Collectors;

/** Metrics that a new version of the program lets begin anew. */
final class Begun {

    private Begun() {}

    /**
     * Those of them that boards or tiers go by.
     *
     * @param state the member's state before the version
     * @param draft what began with the state as the version has it
     */
    static Set<String> anew(Program program, MemberState state, Draft draft) {
        int before = state.version();
        if (before >= draft.before().version() || state.equals(MemberState.EMPTY)) {
            return Set.of();
        }
        return program.index().toldMetrics().ids().stream()
                .filter(metric -> program.revisions().hasRestarted(metric, before))
                .collect(Collectors.toUnmodifiableSet());
    }
}
