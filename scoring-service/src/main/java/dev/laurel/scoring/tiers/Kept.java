package dev.laurel.scoring.tiers;

import dev.laurel.scoring.ledger.Member;
import dev.laurel.tiers.Ladder;
import dev.laurel.tiers.Standing;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a member's tier.
 *
 * @param member whose it is
 * @param measure the key of what is kept for it of each day
 * @param standing where points alone had led at the beginning of a day
 * @param tier the tier that was told last, {@code null} for none
 * @param since since when
 * @param revision how many changes and warnings were told
 * @param due the night that has to look at it, {@code null} for none
 * @param version the definition that it was judged by
 */
public record Kept(
        Member member,
        String measure,
        Standing standing,
        @Nullable String tier,
        LocalDate since,
        long revision,
        @Nullable LocalDate due,
        String version) {

    /** Of a member who has earned nothing before that day. */
    static Kept begin(Member member, Ladder ladder, LocalDate day) {
        String lowest = ladder.id(ladder.lowest());
        return new Kept(
                member,
                ladder.measure().key(),
                new Standing(day, lowest, null, null),
                lowest,
                day,
                0,
                null,
                ladder.version());
    }
}
