package dev.laurel.crm.inbound.web;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.connections.web.CrmProblem;
import dev.laurel.crm.connections.web.KnownConnections;
import dev.laurel.crm.inbound.ImportRun;
import dev.laurel.crm.inbound.Imports;
import dev.laurel.web.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Imports of what changed in a CRM; the connection's courier carries them out. */
@RestController
@RequestMapping("/v1/programs/{program}/crm-connections/{connection}/import")
class ImportController {

    private final KnownConnections known;
    private final Imports imports;
    private final Clock clock;

    ImportController(KnownConnections known, Imports imports, Clock clock) {
        this.known = known;
        this.imports = imports;
        this.clock = clock;
    }

    /**
     * An import as a caller sees it.
     *
     * @param number 0 when there was none yet
     * @param stage what comes now or came last
     * @param changedUntil up to which change of that it has come
     */
    record ImportView(
            long number,
            String state,
            String stage,
            Instant changedUntil,
            long contacts,
            long purchases,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt) {

        private static final ImportView NONE =
                new ImportView(0, "none", "contacts", Instant.EPOCH, 0, 0, null, null);

        private static ImportView of(ImportRun run) {
            return new ImportView(
                    run.number(),
                    run.state().name().toLowerCase(Locale.ROOT),
                    run.stage().name().toLowerCase(Locale.ROOT),
                    run.place().modified(),
                    run.contacts(),
                    run.purchases(),
                    run.startedAt(),
                    run.endedAt());
        }
    }

    /** While one is running it stays the one, which can't begin with the first record any more. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    ImportView start(
            @PathVariable String program,
            @PathVariable String connection,
            @RequestParam(defaultValue = "false") boolean whole) {
        Connection found = known.require(program, connection);
        if (!found.inbound().isWanted()) {
            throw new Problem(
                    CrmProblem.NOTHING_INBOUND,
                    "Expected a connection with inbound fields, events or purchases, but it has none.");
        }
        if (!imports.start(found.id(), whole, clock.instant()) && whole) {
            throw new Problem(
                    CrmProblem.IMPORT_RUNNING,
                    "Expected no import to be running, but one is: wait for its end, or cancel it.");
        }
        return view(found.id());
    }

    @GetMapping
    ImportView show(@PathVariable String program, @PathVariable String connection) {
        return view(known.require(program, connection).id());
    }

    @PostMapping("/cancel")
    ImportView cancel(@PathVariable String program, @PathVariable String connection) {
        ConnectionId id = known.require(program, connection).id();
        imports.cancel(id, clock.instant());
        return view(id);
    }

    private ImportView view(ConnectionId id) {
        return imports.find(id).map(ImportView::of).orElse(ImportView.NONE);
    }
}
