package dev.laurel.crm.profiles;

/**
 * A part of a profile that comes from one topic.
 *
 * @param <T> what its entries are
 */
public record Part<T>(String name, Class<T> type) {

    /** By wallet, from the ledger. */
    public static final Part<Balance> WALLETS = new Part<>("wallets", Balance.class);

    /** By badge, from badge changes. */
    public static final Part<BadgeState> BADGES = new Part<>("badges", BadgeState.class);

    /** One entry, from tiers. */
    public static final Part<TierState> TIER = new Part<>("tier", TierState.class);

    /** By challenge, from decisions. */
    public static final Part<ChallengeProgress> CHALLENGES =
            new Part<>("challenges", ChallengeProgress.class);
}
