package dev.laurel.tracing.autoconfigure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Keeps OpenTelemetry out of a service whose rate is 0: there are no tracer, no threads and no
 * spans that would be thrown away, and requests are observed as they are without the library.
 */
final class UntracedServices implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final List<String> OF_TRACING =
            List.of(
                    "org.springframework.boot.micrometer.tracing.",
                    "org.springframework.boot.opentelemetry.");

    private boolean on;

    @Override
    public void setEnvironment(Environment environment) {
        on = TracingSettings.isOn(environment.getProperty(TracingDefaults.RATE, Double.class));
    }

    @Override
    public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
        boolean[] matches = new boolean[candidates.length];
        for (int index = 0; index < candidates.length; index++) {
            String candidate = candidates[index];
            matches[index] =
                    on || candidate == null || OF_TRACING.stream().noneMatch(candidate::startsWith);
        }
        return matches;
    }
}
