package dev.laurel.rules.explanations.web;

import dev.laurel.cloudevents.EventReading.Accepted;
import dev.laurel.cloudevents.EventReading.Rejected;
import dev.laurel.cloudevents.HttpEvents;
import dev.laurel.cloudevents.HttpReading;
import dev.laurel.cloudevents.IntakeLimits;
import dev.laurel.contracts.decisions.Decision;
import dev.laurel.contracts.events.Event;
import dev.laurel.rules.evaluation.Explanations;
import dev.laurel.rules.evaluation.Explanations.Explanation.Explained;
import dev.laurel.rules.evaluation.Explanations.Explanation.KeptElsewhere;
import dev.laurel.rules.evaluation.Explanations.Explanation.Misshapen;
import dev.laurel.rules.evaluation.Explanations.Explanation.Unavailable;
import dev.laurel.rules.evaluation.Explanations.ForTeam;
import dev.laurel.rules.explanations.Peers;
import dev.laurel.rules.explanations.Peers.Reply.Answered;
import dev.laurel.rules.explanations.Peers.Reply.Silent;
import dev.laurel.rules.explanations.web.Sentences.Sentence;
import dev.laurel.rules.programs.ProgramVersion;
import dev.laurel.rules.programs.Versions;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.Problem;
import dev.laurel.web.Violation;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Explains an event that was never sent, or why it would not count again. Any instance may be
 * asked: one that does not keep the member's state asks the one that does.
 */
@RestController
class ExplanationController {

    private static final String STRUCTURED = "application/cloudevents+json";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    /** Less than the gateway waits, which is half a minute. */
    private static final Duration ANSWERING = Duration.ofSeconds(20);

    /** What else an answer says of its body and of the next attempt. */
    private static final List<String> PASSED_ON =
            List.of(
                    HttpHeaders.CONTENT_TYPE,
                    HttpHeaders.CONTENT_LANGUAGE,
                    HttpHeaders.VARY,
                    HttpHeaders.RETRY_AFTER);

    private final HttpEvents events = new HttpEvents(IntakeLimits.DEFAULT);
    private final Versions versions;
    private final Explanations explanations;
    private final Peers peers;
    private final Clock clock;

    ExplanationController(Versions versions, Explanations explanations, Peers peers, Clock clock) {
        this.versions = versions;
        this.explanations = explanations;
        this.peers = peers;
        this.clock = clock;
    }

    /**
     * What would happen.
     *
     * @param decision as the journal would have it
     * @param summary what would become of the event as a whole, in plain words
     * @param sentences what each rule would do, in plain words
     * @param otherBeneficiaries members for whom the event would be decided, too
     * @param teams what it would do for teams
     */
    record ExplanationView(
            Decision decision,
            String summary,
            List<Sentence> sentences,
            SortedSet<String> otherBeneficiaries,
            List<TeamView> teams) {

        static ExplanationView of(Explained explained, Sentences sentences) {
            return new ExplanationView(
                    explained.decision(),
                    sentences.summary(explained.decision()),
                    sentences.of(explained.decision()),
                    explained.otherBeneficiaries(),
                    explained.teams().stream().map(it -> TeamView.of(it, sentences)).toList());
        }
    }

    /**
     * What it would do for a team.
     *
     * @param team its id
     * @param decisions those that would follow for the member, one for each challenge; none where
     *     that can't be told at the moment
     * @param text the same in plain words
     */
    record TeamView(String team, List<Decision> decisions, String text) {

        static TeamView of(ForTeam forTeam, Sentences sentences) {
            return new TeamView(forTeam.team(), forTeam.decisions(), sentences.of(forTeam));
        }
    }

    @PostMapping(
            path = "/v1/programs/{program}/explanations",
            consumes = {STRUCTURED, MediaType.APPLICATION_JSON_VALUE},
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> explain(
            @PathVariable String program,
            @RequestParam(name = "import", defaultValue = "false") boolean imported,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false)
                    @Nullable String languages,
            @RequestBody byte[] body,
            HttpServletRequest request) {
        int version =
                versions.live(program)
                        .map(ProgramVersion::version)
                        .orElseThrow(() -> unknown(program));
        Event event = event(program, imported, body);
        return switch (explanations.explain(event, version)) {
            case Explained explained -> answer(explained, Sentences.in(languages));
            case Misshapen(var problems) ->
                    throw invalid(
                            problems.stream().anyMatch(it -> it.pointer().equals("/type"))
                                    ? ExplanationProblem.UNKNOWN_EVENT_TYPE
                                    : ExplanationProblem.INVALID_EVENT,
                            problems.stream()
                                    .map(it ->
                                            new Violation(
                                                    it.pointer(), it.message(), it.expected()))
                                    .toList());
            case KeptElsewhere(URI instance) -> ask(instance, request, body);
            case Unavailable(String reason) -> throw unavailable(reason);
        };
    }

    /** At most one other instance is asked, also where two hold each other for the right one. */
    private ResponseEntity<String> ask(URI instance, HttpServletRequest request, byte[] body) {
        if (request.getHeader(Peers.FORWARDED) != null) {
            throw unavailable(
                    "Expected this instance to keep the member's state, as another one said, but %s does by now."
                            .formatted(instance));
        }
        return switch (peers.ask(instance, target(request), headers(request), body, ANSWERING)) {
            case Answered(int status, var headers, String answer) -> {
                ResponseEntity.BodyBuilder response = ResponseEntity.status(status);
                headers.forEach((name, values) -> {
                    if (PASSED_ON.stream().anyMatch(name::equalsIgnoreCase)) {
                        response.header(name, values.toArray(String[]::new));
                    }
                });
                yield response.body(answer);
            }
            case Silent(String reason) -> throw unavailable(reason);
        };
    }

    private static String target(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static Map<String, List<String>> headers(HttpServletRequest request) {
        Map<String, List<String>> headers = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name, Collections.list(request.getHeaders(name)));
        }
        return headers;
    }

    private static Problem unavailable(String reason) {
        return new Problem(ExplanationProblem.NOT_EXPLAINABLE, reason).retryAfter(RETRY_AFTER);
    }

    private static ResponseEntity<ExplanationView> answer(
            Explained explained, Sentences sentences) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_LANGUAGE, sentences.locale().toLanguageTag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(ExplanationView.of(explained, sentences));
    }

    private Event event(String program, boolean imported, byte[] body) {
        HttpReading reading =
                events.read(program, STRUCTURED, _ -> null, body, clock.instant(), imported);
        return switch (reading) {
            case HttpReading.Read(var readings) ->
                    switch (readings.getFirst()) {
                        case Accepted accepted -> accepted.event();
                        case Rejected rejected ->
                                throw invalid(
                                        ExplanationProblem.INVALID_EVENT,
                                        rejected.problems().stream()
                                                .map(it ->
                                                        new Violation(
                                                                it.pointer(),
                                                                it.message(),
                                                                it.expected()))
                                                .toList());
                    };
            case HttpReading.BrokenBody(String reason) ->
                    throw new Problem(CommonProblem.UNREADABLE_REQUEST, reason);
            case HttpReading.UnsupportedMediaType(String reason) ->
                    throw new Problem(CommonProblem.BODY_FORMAT, reason);
            case HttpReading.BatchTooLarge(int limit) ->
                    throw new IllegalStateException(
                            "Expected one event, but it was a batch of over %d.".formatted(limit));
        };
    }

    private static Problem invalid(ExplanationProblem type, List<Violation> violations) {
        String detail =
                violations.size() == 1
                        ? violations.getFirst().message()
                        : "Expected a sound event, but %d things are wrong with it."
                                .formatted(violations.size());
        return new Problem(type, detail, violations);
    }

    private static Problem unknown(String program) {
        return new Problem(
                CommonProblem.UNKNOWN_PROGRAM,
                "Expected a published program, but '%s' is none.".formatted(program));
    }
}
