package dev.laurel.tracing.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.tracing.Step;
import dev.laurel.tracing.TraceContext;
import dev.laurel.tracing.Traces;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** What a service has of tracing, by what its configuration says. */
class TracingAutoConfigurationTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    @TempDir private Path folder;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Service {}

    @Test
    void aServiceThatIsNotToldToTraceHasNothingOfIt() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        try (ConfigurableApplicationContext service = service()) {
            // Then
            assertThat(service.getBeanNamesForType(OpenTelemetry.class)).isEmpty();
            assertThat(service.getBean(Traces.class).isOn()).isFalse();
            assertThat(service.getBean(Traces.class).begin(Traces.Kind.CLIENT, "call", PARENT))
                    .isSameAs(Step.untraced());
            assertThat(service.getEnvironment().getProperty("logging.expect-correlation-id"))
                    .isNotEqualTo("true");
            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> !before.contains(thread))
                    .noneMatch(thread -> thread.getName().contains("SpanProcessor"));
        }
    }

    @Test
    void spansNameNobody() throws IOException {
        // When
        try (ConfigurableApplicationContext service =
                service("laurel.tracing.rate=1", "laurel.tracing.folder=" + folder)) {
            try (Step step =
                    service.getBean(Traces.class).begin(Traces.Kind.CONSUMER, "take in", PARENT)) {
                step.failed(new IllegalStateException("Key (member)=(ann) already exists."));
            }
            Observation.createNotStarted("http", service.getBean(ObservationRegistry.class))
                    .lowCardinalityKeyValue("uri", "/members/{member}")
                    .highCardinalityKeyValue("http.url", "/members/ann")
                    .observe(() -> {});
        }

        // Then
        assertThat(String.join("", lines()))
                .contains("java.lang.IllegalStateException", "/members/{member}")
                .doesNotContain("ann");
    }

    @Test
    void stepsAreSpansOfTheTraceThatTheyFollowAndInTheFileWhenTheServiceHasEnded()
            throws IOException {
        // Given
        String context;
        try (ConfigurableApplicationContext service =
                service("laurel.tracing.rate=0.000001", "laurel.tracing.folder=" + folder)) {
            Traces traces = service.getBean(Traces.class);

            // When
            try (Step step = traces.begin(Traces.Kind.CONSUMER, "take in", PARENT)) {
                context = step.with("messaging.system", "kafka").context();
            }
            try (Step other = traces.begin(Traces.Kind.CONSUMER, "not kept", unsampled())) {
                assertThat(other).isSameAs(Step.untraced());
            }
        }

        // Then
        assertThat(TraceContext.isSampled(context)).isTrue();
        assertThat(context).startsWith("00-" + TRACE).doesNotContain("00f067aa0ba902b7");
        assertThat(lines()).hasSize(1);
        assertThat(lines().getFirst())
                .startsWith("{\"resourceSpans\":[")
                .contains("\"stringValue\":\"shop\"")
                .contains("\"traceId\":\"" + TRACE + "\"")
                .contains("\"parentSpanId\":\"00f067aa0ba902b7\"")
                .contains("take in", "messaging.system")
                .doesNotContain("not kept");
    }

    @Test
    void spansGoToAnEndpointWhereThereIsOne() {
        try (ConfigurableApplicationContext service =
                service(
                        "laurel.tracing.rate=0.01",
                        "laurel.tracing.endpoint=http://127.0.0.1:1/v1/traces")) {
            assertThat(service.getBean(OtlpHttpSpanExporter.class).toString())
                    .contains("http://127.0.0.1:1/v1/traces");
        }
        try (ConfigurableApplicationContext service = service("laurel.tracing.rate=0.01")) {
            assertThat(service.getBeanNamesForType(OtlpHttpSpanExporter.class)).isEmpty();
        }
    }

    @Test
    void aRateIsFromZeroToOne() {
        assertThatThrownBy(() -> new TracingSettings(1.5, "", ""))
                .hasMessage("Expected laurel.tracing.rate from 0 to 1, but it was 1.5.");
        assertThatThrownBy(() -> new TracingSettings(Double.NaN, "", ""))
                .hasMessageContaining("NaN");
        assertThat(new TracingSettings(1, "", "").rate()).isOne();
    }

    private static String unsampled() {
        return PARENT.substring(0, PARENT.length() - 1) + "0";
    }

    private static ConfigurableApplicationContext service(String... properties) {
        return new SpringApplicationBuilder(Service.class)
                .web(WebApplicationType.NONE)
                .properties("spring.application.name=shop")
                .properties(properties)
                .run();
    }

    private List<String> lines() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(
                            file -> {
                                try {
                                    return Files.readAllLines(file).stream();
                                } catch (IOException e) {
                                    throw new UncheckedIOException(e);
                                }
                            })
                    .toList();
        }
    }
}
