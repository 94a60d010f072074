package dev.laurel.rules.journal;

import dev.laurel.rules.journal.MemberProgress.ChallengeProgress;
import java.util.Map;

/** The progress of all teams. */
@FunctionalInterface
public interface Teams {

    /** Progress by challenge, empty when no member has ever contributed. */
    Map<String, ChallengeProgress> find(String program, String team);
}
