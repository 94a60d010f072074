package dev.laurel.badges;

import dev.laurel.servicetesting.ApiProbe;
import dev.laurel.testinfra.TestProperties;
import java.net.URI;
import java.util.UUID;
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

    protected static final String ISSUER = "https://club.example";

    @Autowired protected JdbcClient jdbc;

    @LocalServerPort private int port;

    @DynamicPropertySource
    static void infrastructure(DynamicPropertyRegistry registry) {
        TestProperties.fresh().forEach((name, value) -> registry.add(name, () -> value));
        registry.add("laurel.badges.issuer-url", () -> ISSUER);
        registry.add(
                "laurel.badges.secret-key", () -> "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
    }

    /** The public id of a member's award. */
    protected final UUID publicId(String program, String member, String badge) {
        return jdbc.sql(
                        "SELECT public_id FROM award WHERE program = ? AND member = ? AND badge = ?")
                .params(program, member, badge)
                .query(UUID.class)
                .single();
    }

    protected final URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    protected final ApiProbe api() {
        return new ApiProbe(port);
    }
}
