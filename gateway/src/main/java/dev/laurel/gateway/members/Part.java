package dev.laurel.gateway.members;

import dev.laurel.gateway.routing.ServiceAddresses;
import java.net.URI;
import java.util.Locale;

/** A part of the member view and who gives it. */
enum Part {
    WALLETS("wallets"),
    TIER("tiers"),
    BADGES("items"),
    CHALLENGES("items"),
    STREAKS("items"),
    RANKS("ranks"),
    ATTRIBUTES("segments");

    private final String list;

    Part(String list) {
        this.list = list;
    }

    /** Its name in the view, and the last segment of its path. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Name of the list in the service's answer. */
    String list() {
        return list;
    }

    URI owner(ServiceAddresses addresses) {
        return switch (this) {
            case WALLETS, TIER -> addresses.scoringService();
            case BADGES -> addresses.badgeService();
            case CHALLENGES, STREAKS -> addresses.rulesService();
            case RANKS -> addresses.leaderboardService();
            case ATTRIBUTES -> addresses.memberService();
        };
    }
}
