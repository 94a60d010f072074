package dev.laurel.rules;

import dev.laurel.testinfra.TestProperties;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service on a free port, with the test's broker and a database of its own. */
record RunningService(ConfigurableApplicationContext context) implements AutoCloseable {

    static RunningService start(Path stateDir) {
        return start(TestProperties.fresh(), stateDir);
    }

    static RunningService start(Map<String, String> properties, Path stateDir) {
        Map<String, Object> all = new HashMap<>(properties);
        all.put("spring.config.name", "rules-service");
        all.put("server.port", "0");
        all.put("laurel.streams.state-dir", stateDir.toString());
        return new RunningService(
                new SpringApplicationBuilder(RulesServiceApplication.class)
                        .properties(all)
                        .run(
                                all.entrySet().stream()
                                        .map(e -> "--" + e.getKey() + "=" + e.getValue())
                                        .toArray(String[]::new)));
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
