package dev.laurel.crm.profiles.stream;

import dev.laurel.contracts.decisions.ChallengeDecision;
import dev.laurel.contracts.decisions.Decision;
import dev.laurel.contracts.decisions.StreakDecision;
import java.time.Instant;
import java.util.List;

/** What profiles need of a {@link Decision}, whose components these are. */
record ProgressDecision(
        String program,
        String member,
        Event event,
        List<ChallengeDecision> challenges,
        List<StreakDecision> streaks) {

    /** Who told of it, to whom it happened and when. */
    record Event(String source, String subject, Instant time) {}

    ProgressDecision {
        challenges = List.copyOf(challenges);
        streaks = List.copyOf(streaks);
    }
}
