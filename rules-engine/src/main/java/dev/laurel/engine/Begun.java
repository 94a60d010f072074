package dev.laurel.engine;

import dev.laurel.engine.state.Draft;
import dev.laurel.engine.state.MemberState;
import java.util.Set;

/** Metrics that a new version of the program lets begin anew. */
final class Begun {

    private Begun() {}

    /**
     * All of them, whether or not boards or tiers go by them now: those of another version may have
     * been told what they said.
     *
     * @param state the member's state before the version
     * @param draft what began with the state as the version has it
     */
    static Set<String> anew(Program program, MemberState state, Draft draft) {
        int before = state.version();
        if (before >= draft.before().version() || state.equals(MemberState.EMPTY)) {
            return Set.of();
        }
        return program.revisions().restartedMetrics(before);
    }
}
