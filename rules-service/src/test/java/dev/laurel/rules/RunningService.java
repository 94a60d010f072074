package dev.laurel.rules;

import static org.awaitility.Awaitility.await;

import dev.laurel.testinfra.TestProperties;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service on a free port, with the test's broker. */
final class RunningService implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final Api api;

    private RunningService(ConfigurableApplicationContext context) {
        this.context = context;
        this.api = new Api(port());
    }

    /** With a database of its own. */
    static RunningService start(Path stateDir) {
        return start(TestProperties.fresh(), stateDir);
    }

    /** Returns when it is ready. */
    static RunningService start(Map<String, String> properties, Path stateDir) {
        Map<String, String> all = new HashMap<>(properties);
        all.put("spring.config.name", "rules-service");
        all.putIfAbsent("server.port", "0");
        all.put("laurel.streams.state-dir", stateDir.toString());
        RunningService service =
                new RunningService(
                        new SpringApplicationBuilder(RulesServiceApplication.class)
                                .run(
                                        all.entrySet().stream()
                                                .map(p -> "--" + p.getKey() + "=" + p.getValue())
                                                .toArray(String[]::new)));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> service.api.get("/actuator/health/readiness").status() == 200);
        return service;
    }

    Api api() {
        return api;
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    private int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public void close() {
        api.close();
        context.close();
    }
}
