package dev.laurel.standalone.platform;

import java.util.Arrays;
import java.util.List;

/** The services, in the order in which events pass them; they are stopped in the opposite order. */
enum Service {
    RULES("rules-service", "dev.laurel.rules.RulesServiceApplication"),
    SCORING("scoring-service", "dev.laurel.scoring.ScoringServiceApplication"),
    BADGES("badge-service", "dev.laurel.badges.BadgeServiceApplication"),
    LEADERBOARDS("leaderboard-service", "dev.laurel.leaderboards.LeaderboardServiceApplication"),
    CRM("crm-connector", "dev.laurel.crm.CrmConnectorApplication"),
    GATEWAY("gateway", "dev.laurel.gateway.GatewayApplication");

    private final String id;
    private final String application;

    Service(String id, String application) {
        this.id = id;
        this.application = application;
    }

    /** The module's name, which is also the name of its configuration file. */
    String id() {
        return id;
    }

    static List<Service> present() {
        return Arrays.stream(values()).filter(Service::isPresent).toList();
    }

    private boolean isPresent() {
        try {
            application();
            return true;
        } catch (ClassNotFoundException _) {
            return false;
        }
    }

    Class<?> application() throws ClassNotFoundException {
        return Class.forName(application);
    }
}
