package dev.laurel.standalone.platform;

import dev.laurel.badges.BadgeServiceApplication;
import dev.laurel.crm.CrmConnectorApplication;
import dev.laurel.gateway.GatewayApplication;
import dev.laurel.leaderboards.LeaderboardServiceApplication;
import dev.laurel.members.MemberServiceApplication;
import dev.laurel.rules.RulesServiceApplication;
import dev.laurel.scoring.ScoringServiceApplication;
import java.util.List;
import java.util.stream.Stream;

/** The services, the registry first, in the order in which events pass them, and the door. */
enum Service {
    MEMBERS("member-service", MemberServiceApplication.class),
    RULES("rules-service", RulesServiceApplication.class),
    SCORING("scoring-service", ScoringServiceApplication.class),
    BADGES("badge-service", BadgeServiceApplication.class),
    LEADERBOARDS("leaderboard-service", LeaderboardServiceApplication.class),
    CRM("crm-connector", CrmConnectorApplication.class),
    GATEWAY("gateway", GatewayApplication.class);

    /** What comes with Spring Cloud Gateway. */
    private static final List<String> OF_A_GATEWAY =
            List.of(
                    "org.springframework.cloud.autoconfigure.",
                    "org.springframework.cloud.client.",
                    "org.springframework.cloud.commons.",
                    "org.springframework.cloud.configuration.",
                    "org.springframework.cloud.gateway.");

    /** What comes with the Kafka Streams binder. */
    private static final String OF_A_TOPOLOGY =
            "org.springframework.cloud.stream.binder.kafka.streams.";

    /** What comes with the binder for topics, which not everybody reads or writes by. */
    private static final List<String> OF_A_BINDER =
            List.of(
                    "dev.laurel.intake.",
                    "org.springframework.boot.integration.",
                    "org.springframework.cloud.function.",
                    "org.springframework.cloud.stream.");

    /** What comes with topics to read and a database to write. */
    private static final List<String> OF_A_PROJECTION =
            List.of(
                    "dev.laurel.intake.",
                    "org.springframework.boot.flyway.",
                    "org.springframework.boot.integration.",
                    "org.springframework.boot.jdbc.",
                    "org.springframework.boot.kafka.",
                    "org.springframework.boot.persistence.",
                    "org.springframework.boot.transaction.",
                    "org.springframework.cloud.function.",
                    // A route for every function that it believes to be there.
                    "org.springframework.cloud.gateway.server.mvc.config.",
                    "org.springframework.cloud.stream.");

    private final String id;
    private final Class<?> application;

    Service(String id, Class<?> application) {
        this.id = id;
        this.application = application;
    }

    /** The module's name, which is also the name of its configuration file. */
    String id() {
        return id;
    }

    /** The class that starts it. */
    Class<?> application() {
        return application;
    }

    /** Packages whose auto-configurations are on the class path only for other services. */
    List<String> foreignAutoConfigurations() {
        return switch (this) {
            case MEMBERS -> Stream.concat(OF_A_GATEWAY.stream(), OF_A_BINDER.stream()).toList();
            case RULES -> OF_A_GATEWAY;
            case SCORING, BADGES, LEADERBOARDS, CRM ->
                    Stream.concat(OF_A_GATEWAY.stream(), Stream.of(OF_A_TOPOLOGY)).toList();
            case GATEWAY -> OF_A_PROJECTION;
        };
    }
}
