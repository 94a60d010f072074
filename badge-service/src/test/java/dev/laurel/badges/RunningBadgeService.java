package dev.laurel.badges;

import dev.laurel.servicetesting.ApiProbe;
import dev.laurel.testinfra.TestProperties;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service as it runs alone. All tests share one: each has a program of its own. */
@SpringBootTest(
        classes = BadgeServiceApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "spring.config.name=badge-service")
public abstract class RunningBadgeService {

    @Autowired protected JdbcClient jdbc;

    @LocalServerPort private int port;

    @DynamicPropertySource
    static void infrastructure(DynamicPropertyRegistry registry) {
        TestProperties.fresh().forEach((name, value) -> registry.add(name, () -> value));
    }

    protected final ApiProbe api() {
        return new ApiProbe(port);
    }
}
