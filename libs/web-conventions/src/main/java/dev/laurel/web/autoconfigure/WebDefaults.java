package dev.laurel.web.autoconfigure;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Defaults of Spring's own properties; any configuration of the service overrides them. */
final class WebDefaults implements EnvironmentPostProcessor {

    static final Map<String, Object> PROPERTIES =
            Map.of(
                    // With static resources, POST to an unknown address is a 405 instead of a 404.
                    "spring.web.resources.add-mappings", "false",
                    // A body over the limit is read to its end up to here, or else the caller sees
                    // a broken connection and not the 413.
                    "server.tomcat.max-swallow-size", "16MB",
                    // Longer than callers keep idle connections, or else one is closed under a
                    // request that has just been sent on it.
                    "server.tomcat.keep-alive-timeout", "75s");

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("laurelWebDefaults", PROPERTIES));
    }
}
