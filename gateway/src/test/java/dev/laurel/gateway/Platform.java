package dev.laurel.gateway;

import dev.laurel.testinfra.TestBroker;
import dev.laurel.testinfra.TestProperties;
import java.util.Map;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A real broker and fake services, one set for all tests of this process. */
public final class Platform
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    public static final FakeService RULES = new FakeService("rules-service");
    public static final FakeService SCORING = new FakeService("scoring-service");
    public static final FakeService BADGES = new FakeService("badge-service");
    public static final FakeService BOARDS = new FakeService("leaderboard-service");

    public static final FakeService MEMBERS = new FakeService("member-service");

    /** Nobody listens there, so crm-connector is always down. */
    private static final String NOWHERE = "http://127.0.0.1:1";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        Map.of(
                                "spring.kafka.bootstrap-servers",
                                TestBroker.bootstrapServers(),
                                "laurel.topics.partitions",
                                Integer.toString(TestProperties.PARTITIONS),
                                "laurel.routes.rules-service",
                                RULES.address(),
                                "laurel.routes.scoring-service",
                                SCORING.address(),
                                "laurel.routes.badge-service",
                                BADGES.address(),
                                "laurel.routes.leaderboard-service",
                                BOARDS.address(),
                                "laurel.routes.member-service",
                                MEMBERS.address(),
                                "laurel.routes.crm-connector",
                                NOWHERE))
                .applyTo(context);
    }
}
