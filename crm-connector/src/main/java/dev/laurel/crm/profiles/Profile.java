package dev.laurel.crm.profiles;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a CRM is to know of a member.
 *
 * @param member the member
 * @param wallets by wallet
 * @param badges by badge, those that were revoked included
 * @param challenges by challenge, those that the member has progress in
 * @param streaks by streak, those that the member ever had activity in
 * @param tier what was told of the tier
 * @param lastActivity time of the member's latest own event, {@code null} for one who only
 *     benefited from others
 * @param revision counts the changes of everything above, from 1
 * @param changedAt when the latest change was stored
 */
public record Profile(
        Member member,
        Map<String, Balance> wallets,
        Map<String, BadgeState> badges,
        Map<String, ChallengeProgress> challenges,
        Map<String, StreakState> streaks,
        TierState tier,
        @Nullable Instant lastActivity,
        long revision,
        Instant changedAt) {}
