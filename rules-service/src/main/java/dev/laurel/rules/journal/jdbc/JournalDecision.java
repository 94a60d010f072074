package dev.laurel.rules.journal.jdbc;

import dev.laurel.contracts.decisions.ChallengeDecision;
import dev.laurel.contracts.decisions.Decision;
import dev.laurel.contracts.decisions.StreakDecision;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the journal reads of a {@link Decision}, whose components these are; it keeps all of it. */
record JournalDecision(
        UUID id,
        String program,
        int version,
        String member,
        Event event,
        Decision.Outcome outcome,
        List<ChallengeDecision> challenges,
        List<StreakDecision> streaks) {

    /** Which one it was and when it happened. */
    record Event(String source, String id, String type, Instant time) {}

    JournalDecision {
        challenges = List.copyOf(challenges);
        streaks = List.copyOf(streaks);
    }
}
