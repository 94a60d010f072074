package dev.laurel.tracing.autoconfigure;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Says in Spring Boot's terms what {@link TracingSettings} say; whatever the service's
 * configuration says in these terms itself goes before it.
 */
final class TracingDefaults implements EnvironmentPostProcessor, Ordered {

    static final String RATE = "laurel.tracing.rate";
    static final String ENDPOINT = "laurel.tracing.endpoint";

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> properties = new HashMap<>();
        double rate = environment.getProperty(RATE, Double.class, 0.0);
        properties.put("management.tracing.export.enabled", TracingSettings.isOn(rate));
        properties.put("management.tracing.sampling.probability", rate);
        properties.put("management.tracing.propagation.type", "w3c");
        properties.put("management.tracing.baggage.enabled", false);
        properties.put("management.opentelemetry.tracing.export.schedule-delay", "1s");
        // It finds its own shutdown worth several lines.
        properties.put("logging.level.io.opentelemetry", "warn");
        String endpoint = environment.getProperty(ENDPOINT, "");
        if (!endpoint.isEmpty()) {
            properties.put("management.opentelemetry.tracing.export.otlp.endpoint", endpoint);
        }
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("laurelTracingDefaults", properties));
    }

    /** After the service's own file is read. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }
}
