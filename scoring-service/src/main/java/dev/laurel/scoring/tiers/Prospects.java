package dev.laurel.scoring.tiers;

import dev.laurel.scoring.ledger.Member;
import dev.laurel.tiers.Earnings;
import dev.laurel.tiers.Ladder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Looks at members' tiers as they are now, nights that are still to be done included. */
public final class Prospects {

    private final Tiers tiers;

    public Prospects(Tiers tiers) {
        this.tiers = tiers;
    }

    /** Where a member stands now. */
    public Prospect of(Ladder ladder, Member member, Instant now) {
        LocalDate today = now.atZone(ladder.zone()).toLocalDate();
        Kept kept = tiers.find(member);
        Kept before = kept == null ? Kept.begin(member, ladder, today) : kept;
        LocalDate from = ladder.window().from(before.standing().day());
        Earnings earnings =
                tiers.earnings(Map.of(member, from), ladder.measure().key())
                        .getOrDefault(member, Earnings.NONE);
        List<Invitation> invitations =
                tiers.invitations(List.of(member)).getOrDefault(member, List.of());
        return Prospect.of(ladder, kept, before, earnings, invitations, today, now);
    }
}
