package dev.laurel.badges.awards.stream;

import dev.laurel.contracts.decisions.BadgeEffect;
import dev.laurel.contracts.decisions.Decision;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What awards need of a {@link Decision}, whose components these are. */
record BadgeDecision(
        UUID id,
        String program,
        int version,
        String member,
        Event event,
        List<BadgeEffect> badges) {

    /** When it happened. */
    record Event(Instant time) {}

    BadgeDecision {
        badges = List.copyOf(badges);
    }
}
