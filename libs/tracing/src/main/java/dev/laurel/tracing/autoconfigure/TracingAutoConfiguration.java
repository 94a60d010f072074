package dev.laurel.tracing.autoconfigure;

import dev.laurel.tracing.Traces;
import io.micrometer.observation.ObservationFilter;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Has a service take part in traces, or not. */
@AutoConfiguration(
        afterName =
                "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration")
@EnableConfigurationProperties(TracingSettings.class)
public class TracingAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Traces traces(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        Tracer present = tracer.getIfAvailable();
        return present == null
                ? Traces.off()
                : new MicrometerTraces(present, propagator.getObject());
    }

    /** Addresses have ids of members in them; spans have their patterns besides. */
    @Bean
    ObservationFilter withoutAddresses() {
        return context -> {
            context.removeHighCardinalityKeyValue("http.url");
            return context;
        };
    }

    /** Beside the one to an endpoint, if there is one: Spring Boot gives spans to all. */
    @Bean
    @ConditionalOnBooleanProperty("management.tracing.export.enabled")
    SpanExporter spanFile(TracingSettings settings, Environment environment) throws IOException {
        return settings.folder().isEmpty()
                ? SpanExporter.composite()
                : SpanFile.of(
                        Path.of(settings.folder()),
                        environment.getRequiredProperty("spring.application.name"));
    }
}
