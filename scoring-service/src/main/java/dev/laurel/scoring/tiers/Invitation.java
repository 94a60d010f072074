package dev.laurel.scoring.tiers;

import dev.laurel.scoring.ledger.Member;
import dev.laurel.tiers.Ladder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

    /** The highest level that invitations give on a day, {@link Ladder#NONE} for none. */
    static int level(List<Invitation> invitations, Ladder ladder, LocalDate day) {
        int highest = Ladder.NONE;
        for (Invitation invitation : invitations) {
            Integer place = ladder.place(invitation.tier());
            if (place != null && invitation.holdsOn(day)) {
                highest = Math.max(highest, place);
            }
        }
        return highest;
    }
}
