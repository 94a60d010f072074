package dev.laurel.fleet;

import java.util.Locale;

/** A service, and of how many instances a fleet is made. */
enum Kind {
    MEMBER_SERVICE(1, 128),
    RULES_SERVICE(2, 256),
    SCORING_SERVICE(2, 192),
    BADGE_SERVICE(1, 128),
    LEADERBOARD_SERVICE(1, 128),
    CRM_CONNECTOR(1, 128),
    GATEWAY(2, 128);

    private final int instances;
    private final int heapMegabytes;

    Kind(int instances, int heapMegabytes) {
        this.instances = instances;
        this.heapMegabytes = heapMegabytes;
    }

    /** The module's name. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    int instances() {
        return instances;
    }

    int heapMegabytes() {
        return heapMegabytes;
    }

    /** The variable that says where it is. */
    String route() {
        return "LAUREL_ROUTES_" + name();
    }
}
