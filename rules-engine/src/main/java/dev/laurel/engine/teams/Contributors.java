package dev.laurel.engine.teams;

import dev.laurel.engine.state.ChallengeKey;
import java.util.Collection;

/**
 * Who has ever contributed to the challenges of one team. The host keeps them apart from the team's
 * state, so that a large team costs no more per event than a small one.
 */
public interface Contributors {

    /** Whether a member has contributed to an occurrence of a challenge. */
    boolean has(ChallengeKey challenge, String member);

    /** All who have contributed to an occurrence of a challenge. */
    Collection<String> of(ChallengeKey challenge);
}
