package dev.laurel.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.cloudevents.HttpEvents;
import dev.laurel.cloudevents.IntakeLimits;
import dev.laurel.cloudevents.KafkaEvents;
import dev.laurel.gateway.GatewayProblem;
import dev.laurel.tracing.Traces;
import dev.laurel.web.Problem;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a caller is told when the broker is not there. */
class EventsSliceTest {

    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final FakePrograms programs = new FakePrograms();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final MockMvcTester mvc =
            MockMvcTester.of(
                    new EventsController(
                            new HttpEvents(IntakeLimits.DEFAULT),
                            new KafkaEvents(),
                            new Admission(programs),
                            new EventLog(producer, Duration.ofSeconds(5)),
                            new EventCounts(meters),
                            Clock.fixed(Instant.parse("2011-12-09T13:00:00Z"), ZoneOffset.UTC),
                            Traces.off()));

    @BeforeEach
    void publish() {
        programs.publish("shop", Map.of("purchase", Map.of()));
        programs.catchUp();
    }

    @Test
    void recordsWhenTheEventWasReceivedAndWhoseTraceItBelongsTo() {
        // When
        MvcTestResult result = post("purchase");

        // Then
        assertThat(result).hasStatus(202);
        assertThat(producer.history()).hasSize(1);
        assertThat(header("ce_recordedtime")).isEqualTo("2011-12-09T13:00:00Z");
        assertThat(header("ce_traceparent"))
                .isEqualTo("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    }

    @Test
    void countsWhatIsAcceptedByTypeAndWhatIsRefusedByReason() {
        // When
        post("purchase");
        post("unheard-of");

        // Then
        assertThat(meters.get("laurel.events.accepted").tag("type", "purchase").counter().count())
                .isEqualTo(1);
        assertThat(
                        meters.get("laurel.events.refused")
                                .tag("reason", "unknown-event-type")
                                .counter()
                                .count())
                .isEqualTo(1);
    }

    @Test
    void saysThatNobodyKnowsWhatIsStored() {
        // Given
        producer.sendException = new TimeoutException("No broker.");

        // Then
        Problem problem = problem(post("purchase"));
        assertThat(problem.type()).isEqualTo(GatewayProblem.NOT_STORED);
        assertThat(problem.detail())
                .contains("Some may be stored: send the request again")
                .doesNotContain("No broker.");
        assertThat(problem.retryAfter()).isNotNull();
    }

    @Test
    void doesNotRefuseByAProgramThatMayBeOld() {
        // Given
        programs.loseTheBroker();

        // Then
        Problem problem = problem(post("visit"));
        assertThat(problem.type()).isEqualTo(GatewayProblem.NOT_STORED);
        assertThat(problem.detail()).contains("Nothing was stored");
    }

    private MvcTestResult post(String type) {
        return mvc.post()
                .uri("/v1/programs/shop/events")
                .contentType("application/cloudevents+json")
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .content(
                        """
                        {"specversion": "1.0", "id": "e-1", "source": "/till", "type": "%s",
                         "subject": "ann", "time": "2011-12-09T12:50:00Z", "data": {}}\
                        """
                                .formatted(type))
                .exchange();
    }

    private String header(String name) {
        return new String(
                producer.history().getFirst().headers().lastHeader(name).value(),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    private static Problem problem(MvcTestResult result) {
        Throwable failure = Objects.requireNonNull(result.getUnresolvedException());
        return (Problem)
                (failure instanceof Problem ? failure : Objects.requireNonNull(failure.getCause()));
    }
}
