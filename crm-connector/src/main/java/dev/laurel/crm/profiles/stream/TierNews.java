package dev.laurel.crm.profiles.stream;

import dev.laurel.contracts.tiers.MemberTier;
import dev.laurel.crm.profiles.Mark;
import dev.laurel.crm.profiles.Member;
import dev.laurel.crm.profiles.News;
import dev.laurel.crm.profiles.TierState;
import dev.laurel.intake.Received;
import java.util.Map;

/**
 * What is told of tiers. Every record has all there is to know, so that the newest one is enough.
 */
final class TierNews {

    private TierNews() {}

    static News<TierState> of(Received<MemberTier> received) {
        MemberTier told = received.value();
        MemberTier.Fall fall = told.fall();
        return new News<>(
                new Member(told.program(), told.member()),
                Mark.ofSequence(told.revision()),
                Map.of(
                        TierState.ONLY,
                        new TierState(
                                told.tier(),
                                fall == null ? null : fall.on(),
                                fall == null ? null : fall.to())),
                null);
    }
}
