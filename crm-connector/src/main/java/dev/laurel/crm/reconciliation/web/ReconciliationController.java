package dev.laurel.crm.reconciliation.web;

import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.connections.web.KnownConnections;
import dev.laurel.crm.reconciliation.Drift;
import dev.laurel.crm.reconciliation.Reconciliation;
import dev.laurel.crm.reconciliation.Reconciliations;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.Cursor;
import dev.laurel.web.Page;
import dev.laurel.web.PageLimit;
import dev.laurel.web.Problem;
import dev.laurel.web.Violation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Comparisons of contacts with what they are to be; the connection's courier carries them out. */
@RestController
@RequestMapping("/v1/programs/{program}/crm-connections/{connection}/reconciliation")
class ReconciliationController {

    private final KnownConnections known;
    private final Reconciliations reconciliations;
    private final Clock clock;

    ReconciliationController(KnownConnections known, Reconciliations reconciliations, Clock clock) {
        this.known = known;
        this.reconciliations = reconciliations;
        this.clock = clock;
    }

    /**
     * A reconciliation as a caller sees it.
     *
     * @param number 0 when there was none yet
     * @param trouble why it does not go on, {@code ""} when it does
     */
    record ReconciliationView(
            long number,
            String state,
            boolean repair,
            long sample,
            long compared,
            long skipped,
            long drifted,
            String trouble,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt) {

        private static final ReconciliationView NONE =
                new ReconciliationView(0, "none", false, 0, 0, 0, 0, "", null, null);

        private static ReconciliationView of(Reconciliation run) {
            return new ReconciliationView(
                    run.number(),
                    run.endedAt() == null ? "running" : "ended",
                    run.repairing(),
                    run.sample(),
                    run.compared(),
                    run.skipped(),
                    run.drifted(),
                    run.trouble(),
                    run.startedAt(),
                    run.endedAt());
        }
    }

    /**
     * @param field {@code null} when the contact is gone
     */
    record DriftView(
            String member,
            String contact,
            @Nullable String field,
            @Nullable String expected,
            @Nullable String found,
            Instant since,
            boolean repairing) {

        private static DriftView of(Drift drift) {
            boolean gone = drift.field().isEmpty();
            return new DriftView(
                    drift.member(),
                    drift.contact(),
                    gone ? null : drift.field(),
                    gone ? null : drift.expected(),
                    gone ? null : drift.found(),
                    drift.since(),
                    drift.repairing());
        }
    }

    record RepairBody(@Nullable List<String> members) {}

    record CountView(long members) {}

    /** While one is running it stays the one. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    ReconciliationView start(
            @PathVariable String program,
            @PathVariable String connection,
            @RequestParam(defaultValue = "500") int sample,
            @RequestParam(defaultValue = "false") boolean repair) {
        ConnectionId id = known.require(program, connection).id();
        if (sample < 1 || sample > Reconciliation.LARGEST_SAMPLE) {
            String range = "a whole number from 1 to " + Reconciliation.LARGEST_SAMPLE;
            String message = "Expected %s, but it was %d.".formatted(range, sample);
            throw new Problem(
                    CommonProblem.INVALID_PARAMETER,
                    "The sample is wrong. " + message,
                    List.of(new Violation("?sample", message, range)));
        }
        reconciliations.start(id, sample, repair, clock.instant());
        return view(id);
    }

    @GetMapping
    ReconciliationView show(@PathVariable String program, @PathVariable String connection) {
        return view(known.require(program, connection).id());
    }

    @PostMapping("/cancel")
    ReconciliationView cancel(@PathVariable String program, @PathVariable String connection) {
        ConnectionId id = known.require(program, connection).id();
        reconciliations.cancel(id, clock.instant());
        return view(id);
    }

    @GetMapping("/drift")
    Page<DriftView> drift(
            @PathVariable String program,
            @PathVariable String connection,
            @RequestParam(defaultValue = PageLimit.DEFAULT) PageLimit limit,
            @RequestParam(required = false) @Nullable Cursor cursor) {
        ConnectionId id = known.require(program, connection).id();
        Page<Drift> page =
                Page.of(
                        reconciliations.drift(
                                id,
                                cursor == null ? "" : cursor.text(0),
                                cursor == null ? "" : cursor.text(1),
                                limit.plusOne()),
                        limit,
                        last -> Cursor.of(last.member(), last.field()));
        return new Page<>(page.items().stream().map(DriftView::of).toList(), page.next());
    }

    /** Writes everything again into contacts that drifted, as far as the lane of bulk allows. */
    @PostMapping("/repair")
    @ResponseStatus(HttpStatus.ACCEPTED)
    CountView repair(
            @PathVariable String program,
            @PathVariable String connection,
            @RequestBody(required = false) @Nullable RepairBody body) {
        ConnectionId id = known.require(program, connection).id();
        return new CountView(
                reconciliations.repair(id, body == null ? null : body.members(), clock.instant()));
    }

    private ReconciliationView view(ConnectionId id) {
        return reconciliations.find(id).map(ReconciliationView::of).orElse(ReconciliationView.NONE);
    }
}
