package dev.laurel.crm;

import static org.awaitility.Awaitility.await;

import dev.laurel.contracts.Topics;
import dev.laurel.contracts.programs.PublishedProgram;
import dev.laurel.servicetesting.ApiProbe;
import dev.laurel.servicetesting.TopicProbe;
import dev.laurel.testinfra.TestProperties;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service as it runs alone. All tests share one: each has a program of its own. */
@SpringBootTest(
        classes = CrmConnectorApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "spring.config.name=crm-connector")
public abstract class RunningCrmConnector {

    /** What credentials are sealed with here. */
    protected static final String SECRET_KEY = "bGF1cmVsLXRlc3RzLW9ubHktMzItYnl0ZXMtb2Yta2U=";

    protected static final FakeRegistry REGISTRY = new FakeRegistry();
    protected static final FakeIntake INTAKE = new FakeIntake();

    private final TopicProbe<PublishedProgram> programs = new TopicProbe<>(Topics.PROGRAMS);

    @LocalServerPort private int port;

    @DynamicPropertySource
    static void infrastructure(DynamicPropertyRegistry registry) {
        TestProperties.fresh().forEach((name, value) -> registry.add(name, () -> value));
        registry.add("laurel.crm.secret-key", () -> SECRET_KEY);
        registry.add("laurel.crm.vendors.plain-http", () -> true);
        registry.add("laurel.crm.registry.url", REGISTRY::url);
        registry.add("laurel.crm.intake.url", INTAKE::url);
        // Shorter than in earnest: what is waited for is the same.
        registry.add("laurel.crm.backlog.look-every", () -> "50ms");
        registry.add("laurel.crm.erasures.look-every", () -> "100ms");
        registry.add("laurel.crm.couriers.period", () -> "100ms");
        registry.add("laurel.crm.couriers.linger", () -> "150ms");
        registry.add("laurel.crm.couriers.idle", () -> "40ms");
        registry.add("laurel.crm.couriers.first-retry", () -> "100ms");
        registry.add("laurel.crm.couriers.first-denial", () -> "700ms");
        registry.add("laurel.crm.couriers.first-outage", () -> "200ms");
    }

    protected final int port() {
        return port;
    }

    protected final ApiProbe api() {
        return new ApiProbe(port);
    }

    /** Publishes a program and waits until the service knows it. */
    protected final void publish(String program) {
        programs.send(
                programs.raw(
                        program,
                        new PublishedProgram(
                                program,
                                1,
                                "cafe",
                                Instant.EPOCH,
                                Map.of(
                                        "wallets", List.of(Map.of("id", "stars")),
                                        "streaks", List.of(Map.of("id", "daily"))))));
        await().until(() ->
                api().ask("/v1/programs/" + program + "/profiles/count").status() == 200);
    }
}
