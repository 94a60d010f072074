package dev.laurel.members;

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
        classes = MemberServiceApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "spring.config.name=member-service")
public abstract class RunningMemberService {

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
