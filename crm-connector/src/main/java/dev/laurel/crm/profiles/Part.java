package dev.laurel.crm.profiles;

import java.util.List;

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

    /** By streak, from decisions. */
    public static final Part<StreakState> STREAKS = new Part<>("streaks", StreakState.class);

    private static final List<Part<?>> ALL = List.of(WALLETS, BADGES, TIER, CHALLENGES, STREAKS);

    private static final List<Part<?>> OF_DECISIONS = List.of(CHALLENGES, STREAKS);

    /** Names of the parts that come from the same topic, this one among them. */
    public List<String> together() {
        List<Part<?>> parts = OF_DECISIONS.contains(this) ? OF_DECISIONS : List.of(this);
        return parts.stream().<String>map(Part::name).toList();
    }

    /** The part of that name. */
    public static Part<?> named(String name) {
        return ALL.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "Expected a part of a profile, but it was '%s'.".formatted(name)));
    }
}
