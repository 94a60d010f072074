package dev.laurel.rules.simulations.web;

import dev.laurel.rules.programs.web.KnownPrograms;
import dev.laurel.rules.simulations.EventFeed;
import dev.laurel.rules.simulations.GivenEvents;
import dev.laurel.rules.simulations.GivenEvents.Line;
import dev.laurel.rules.simulations.RecordedEvents;
import dev.laurel.rules.simulations.SimulationJob;
import dev.laurel.rules.simulations.SimulationJobs;
import dev.laurel.rules.simulations.SimulationJobs.Asked;
import dev.laurel.rules.simulations.SimulationQueue;
import dev.laurel.rules.simulations.SimulationRequest;
import dev.laurel.rules.simulations.SimulationState;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.Page;
import dev.laurel.web.Problem;
import dev.laurel.web.Violation;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/programs/{program}/simulations")
class SimulationController {

    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(10);
    private static final int SHOWN = 50;
    private static final int MOST_TOP = 1000;
    private static final int LONGEST_KEY = 200;

    private final KnownPrograms known;
    private final Editions editions;
    private final RecordedEvents recorded;
    private final SimulationJobs jobs;
    private final SimulationQueue queue;
    private final Clock clock;

    SimulationController(
            KnownPrograms known,
            Editions editions,
            RecordedEvents recorded,
            SimulationJobs jobs,
            SimulationQueue queue,
            Clock clock) {
        this.known = known;
        this.editions = editions;
        this.recorded = recorded;
        this.jobs = jobs;
        this.queue = queue;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<SimulationView> ask(
            @PathVariable String program,
            @RequestParam(defaultValue = Editions.DRAFT) String of,
            @RequestParam(required = false) @Nullable String against,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "10") int top,
            @RequestHeader HttpHeaders headers,
            @RequestBody(required = false) byte @Nullable [] body) {
        known.require(program);
        requireBetween("?top", top, 0, MOST_TOP);
        Editions.Named draft = editions.of(program, of);
        Editions.Named live = editions.against(program, against);
        List<Line> given = body == null || body.length == 0 ? null : given(program, body, headers);
        if (given != null && (from != null || to != null)) {
            throw wrong(
                    "?" + (from == null ? "to" : "from"),
                    "Expected either events or a range of recorded ones, but there were both.");
        }
        Asked asked =
                jobs.ask(
                        program,
                        new SimulationRequest(
                                draft.name(),
                                live == null ? null : live.version(),
                                given == null ? null : given.size(),
                                from,
                                to,
                                top),
                        key(headers));
        if (asked.isNew()) {
            EventFeed feed =
                    given == null
                            ? recorded.of(program, from, to)
                            : new GivenEvents(given, () -> recorded.members(program));
            offer(asked.job(), draft, live, feed);
        }
        return ResponseEntity.accepted()
                .location(
                        URI.create(
                                "/v1/programs/%s/simulations/%s"
                                        .formatted(program, asked.job().id())))
                .body(SimulationView.of(asked.job()));
    }

    private void offer(
            SimulationJob job,
            Editions.Named draft,
            Editions.@Nullable Named live,
            EventFeed feed) {
        if (!queue.offer(job, draft.edition(), live == null ? null : live.edition(), feed)) {
            jobs.withdraw(job.id());
            throw new Problem(
                            SimulationProblem.TOO_MANY_SIMULATIONS,
                            "Expected room for one more simulation, but others are waiting.")
                    .retryAfter(TRY_AGAIN_AFTER);
        }
    }

    @GetMapping
    Page<SimulationView> list(@PathVariable String program) {
        known.require(program);
        return new Page<>(
                jobs.latest(program, SHOWN).stream().map(SimulationView::of).toList(), null);
    }

    @GetMapping("/{id}")
    SimulationView get(@PathVariable String program, @PathVariable UUID id) {
        known.require(program);
        return SimulationView.of(find(program, id));
    }

    @PostMapping("/{id}/cancel")
    SimulationView cancel(@PathVariable String program, @PathVariable UUID id) {
        known.require(program);
        SimulationJob job = find(program, id);
        jobs.end(job.id(), SimulationState.CANCELLED, "It was cancelled.", null);
        return SimulationView.of(find(program, id));
    }

    private SimulationJob find(String program, UUID id) {
        return jobs.find(program, id)
                .orElseThrow(() ->
                        new Problem(
                                SimulationProblem.UNKNOWN_SIMULATION,
                                "Expected a simulation of program '%s', but there is no %s."
                                        .formatted(program, id)));
    }

    private List<Line> given(String program, byte[] body, HttpHeaders headers) {
        MediaType type = headers.getContentType();
        boolean lines = MediaType.parseMediaType(EventLines.LINES).isCompatibleWith(type);
        boolean batch = MediaType.parseMediaType(EventLines.BATCH).isCompatibleWith(type);
        if (!lines && !batch) {
            throw new Problem(
                    CommonProblem.BODY_FORMAT,
                    "Expected %s or %s, but it was %s."
                            .formatted(EventLines.LINES, EventLines.BATCH, type));
        }
        return new EventLines(program, clock.instant())
                .read(body, batch, headers.getFirst(HttpHeaders.CONTENT_ENCODING));
    }

    private static @Nullable String key(HttpHeaders headers) {
        String key = headers.getFirst("Idempotency-Key");
        if (key != null) {
            requireBetween("Idempotency-Key", key.length(), 1, LONGEST_KEY);
        }
        return key;
    }

    private static void requireBetween(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw wrong(what, "Expected %d to %d, but it was %d.".formatted(least, most, value));
        }
    }

    private static Problem wrong(String parameter, String message) {
        return new Problem(
                CommonProblem.INVALID_PARAMETER,
                message,
                List.of(new Violation(parameter, message, null)));
    }
}
