package dev.laurel.gateway.intake;

import dev.laurel.cloudevents.EventReading;
import dev.laurel.cloudevents.EventReading.Accepted;
import dev.laurel.cloudevents.HttpEvents;
import dev.laurel.cloudevents.HttpReading;
import dev.laurel.cloudevents.HttpReading.BatchTooLarge;
import dev.laurel.cloudevents.HttpReading.BrokenBody;
import dev.laurel.cloudevents.HttpReading.Read;
import dev.laurel.cloudevents.HttpReading.UnsupportedMediaType;
import dev.laurel.cloudevents.KafkaEvents;
import dev.laurel.contracts.MemberKey;
import dev.laurel.contracts.Topics;
import dev.laurel.gateway.GatewayProblem;
import dev.laurel.gateway.intake.Verdict.Sorted;
import dev.laurel.gateway.intake.Verdict.Undecidable;
import dev.laurel.gateway.intake.Verdict.UnknownProgram;
import dev.laurel.tracing.Step;
import dev.laurel.tracing.Traces;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /v1/programs/{p}/events}, in the three modes of CloudEvents over HTTP. */
@RestController
class EventsController {

    private static final Logger log = LoggerFactory.getLogger(EventsController.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final HttpEvents httpEvents;
    private final KafkaEvents kafkaEvents;
    private final Admission admission;
    private final EventLog events;
    private final EventCounts counts;
    private final Clock clock;
    private final Traces traces;

    EventsController(
            HttpEvents httpEvents,
            KafkaEvents kafkaEvents,
            Admission admission,
            EventLog events,
            EventCounts counts,
            Clock clock,
            Traces traces) {
        this.httpEvents = httpEvents;
        this.kafkaEvents = kafkaEvents;
        this.admission = admission;
        this.events = events;
        this.counts = counts;
        this.clock = clock;
        this.traces = traces;
    }

    /**
     * Takes events.
     *
     * @param imported declares them as history: exempt from lateness
     */
    @PostMapping(
            path = "/v1/programs/{program}/events",
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> take(
            @PathVariable String program,
            @RequestParam(name = "import", defaultValue = "false") boolean imported,
            HttpServletRequest request)
            throws IOException {
        if (!program.matches(MemberKey.PROGRAM_PATTERN)) {
            throw unknown(program);
        }
        HttpReading reading =
                httpEvents.read(
                        program,
                        request.getContentType(),
                        request::getHeader,
                        request.getInputStream().readAllBytes(),
                        clock.instant(),
                        imported);
        return switch (reading) {
            case BrokenBody(String reason) ->
                    throw new Problem(CommonProblem.UNREADABLE_REQUEST, reason);
            case UnsupportedMediaType(String reason) ->
                    throw new Problem(CommonProblem.BODY_FORMAT, reason);
            case BatchTooLarge(int limit) ->
                    throw new Problem(
                            GatewayProblem.BATCH_TOO_LARGE,
                            "Expected at most %d events in a batch, but there are more."
                                    .formatted(limit));
            case Read(List<EventReading> readings) -> store(program, readings, request);
        };
    }

    private ResponseEntity<?> store(
            String program, List<EventReading> readings, HttpServletRequest request) {
        return switch (admission.sort(program, readings)) {
            case UnknownProgram() -> throw unknown(program);
            case Undecidable() ->
                    throw new Problem(
                                    GatewayProblem.NOT_STORED,
                                    "Expected the newest version of the program from the broker, but it does not answer. Nothing was stored; send the request again.")
                            .retryAfter(RETRY_AFTER);
            case Sorted(List<Accepted> admitted, List<RejectedEvent> rejected) -> {
                append(admitted, request.getHeader("traceparent"));
                counts.answered(program, admitted, rejected);
                yield answer(admitted.size(), rejected, isBatch(request), request);
            }
        };
    }

    /**
     * @param ofCaller the caller's trace context, which is passed on as it came if the request is
     *     not traced here
     */
    private void append(List<Accepted> admitted, @Nullable String ofCaller) {
        Step step =
                traces.begin(
                        Traces.Kind.PRODUCER, Topics.EVENTS.name() + " send", traces.current());
        String context = step.context();
        String traceparent = context == null ? ofCaller : context;
        try (step) {
            events.append(
                    admitted.stream()
                            .map(it ->
                                    kafkaEvents.toRecord(it.event(), it.dataBytes(), traceparent))
                            .toList());
        } catch (NotStoredException unknown) {
            log.warn(
                    "The broker did not acknowledge {} events in time: {}",
                    admitted.size(),
                    String.valueOf(unknown.getCause()));
            throw new Problem(
                            GatewayProblem.NOT_STORED,
                            "Expected the broker to store %d events, but it did not say so in time. Some may be stored: send the request again, for an event that is stored already is not counted twice."
                                    .formatted(admitted.size()))
                    .retryAfter(RETRY_AFTER);
        }
    }

    private static ResponseEntity<?> answer(
            int accepted, List<RejectedEvent> rejected, boolean batch, HttpServletRequest request) {
        if (!batch && !rejected.isEmpty()) {
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(rejected.getFirst().problem().at(request.getRequestURI()));
        }
        return ResponseEntity.accepted().body(new IntakeAnswer(accepted, rejected));
    }

    private static boolean isBatch(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null
                && type.toLowerCase(Locale.ROOT).startsWith("application/cloudevents-batch");
    }

    private static Problem unknown(String program) {
        return new Problem(
                CommonProblem.UNKNOWN_PROGRAM,
                "Expected a published program, but there is none with the id '%s'."
                        .formatted(program));
    }
}
