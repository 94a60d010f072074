package dev.laurel.scoring.tiers;

import dev.laurel.scoring.ledger.Member;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tier that somebody gave a member, whatever was earned. It is a floor: points may reach higher.
 *
 * @param id its id
 * @param member whose it is
 * @param tier the level's id
 * @param from the first day of it
 * @param until the last day of it, {@code null} for no end
 * @param reason why, in words
 * @param actor who gave it
 * @param recordedAt when
 */
public record Invitation(
        UUID id,
        Member member,
        String tier,
        LocalDate from,
        @Nullable LocalDate until,
        String reason,
        String actor,
        Instant recordedAt) {

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
}
