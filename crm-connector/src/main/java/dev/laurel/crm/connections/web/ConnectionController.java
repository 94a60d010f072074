package dev.laurel.crm.connections.web;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.connections.Connections;
import dev.laurel.crm.programs.Programs;
import dev.laurel.crm.secrets.Secrets;
import dev.laurel.crm.vendor.directory.VendorProperties;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.EntityTag;
import dev.laurel.web.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Connections as they are configured. */
@RestController
@RequestMapping("/v1/programs/{program}/crm-connections")
class ConnectionController {

    private final Connections connections;
    private final KnownConnections known;
    private final Programs programs;
    private final Secrets secrets;
    private final VendorProperties vendors;
    private final Clock clock;

    ConnectionController(
            Connections connections,
            KnownConnections known,
            Programs programs,
            Secrets secrets,
            VendorProperties vendors,
            Clock clock) {
        this.connections = connections;
        this.known = known;
        this.programs = programs;
        this.secrets = secrets;
        this.vendors = vendors;
        this.clock = clock;
    }

    record ConnectionsView(List<ConnectionView> items) {}

    @GetMapping
    ConnectionsView all(@PathVariable String program) {
        known.requireProgram(program);
        return new ConnectionsView(connections.of(program).stream().map(this::view).toList());
    }

    @GetMapping("/{connection}")
    ResponseEntity<ConnectionView> get(
            @PathVariable String program, @PathVariable String connection) {
        return answer(HttpStatus.OK, known.require(program, connection));
    }

    @PutMapping("/{connection}")
    ResponseEntity<ConnectionView> put(
            @PathVariable String program,
            @PathVariable String connection,
            @RequestBody ConnectionBody body,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
        ConnectionId id = known.requireName(program, connection);
        if (secrets.box().isEmpty()) {
            throw new Problem(
                    CrmProblem.NO_SECRET_KEY,
                    "Expected laurel.crm.secret-key to be set, but it is not.");
        }
        Connection before = connections.find(id).orElse(null);
        if (before != null) {
            tag(before).requireMatch(ifMatch);
        }
        ConnectionReader.Read read =
                new ConnectionReader(body, vendors.plainHttp())
                        .read(
                                id,
                                before,
                                programs.wallets(program),
                                programs.streaks(program),
                                clock.instant());
        boolean stored =
                before == null
                        ? connections.add(
                                read.connection(), Objects.requireNonNull(read.credentials()))
                        : connections.replace(read.connection(), read.credentials());
        if (!stored) {
            throw stale();
        }
        return answer(before == null ? HttpStatus.CREATED : HttpStatus.OK, read.connection());
    }

    /** What was written to the CRM stays there. */
    @DeleteMapping("/{connection}")
    ResponseEntity<Void> delete(
            @PathVariable String program,
            @PathVariable String connection,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch) {
        Connection found = known.require(program, connection);
        tag(found).requireMatch(ifMatch);
        if (!connections.remove(found.id(), found.revision())) {
            throw stale();
        }
        return ResponseEntity.noContent().build();
    }

    private ConnectionView view(Connection connection) {
        return ConnectionView.of(connection, connections.credentialNames(connection.id()));
    }

    /**
     * Nothing is begun once this is answered; what was begun ends. What changes meanwhile is
     * collected.
     */
    @PostMapping("/{connection}/pause")
    ResponseEntity<ConnectionView> pause(
            @PathVariable String program, @PathVariable String connection) {
        return pause(program, connection, true);
    }

    @PostMapping("/{connection}/resume")
    ResponseEntity<ConnectionView> resume(
            @PathVariable String program, @PathVariable String connection) {
        return pause(program, connection, false);
    }

    private ResponseEntity<ConnectionView> pause(String program, String name, boolean paused) {
        ConnectionId id = known.require(program, name).id();
        connections.pause(id, paused, clock.instant());
        return answer(HttpStatus.OK, known.require(program, name));
    }

    private ResponseEntity<ConnectionView> answer(HttpStatus status, Connection connection) {
        return ResponseEntity.status(status)
                .eTag(tag(connection).toString())
                .body(view(connection));
    }

    private static EntityTag tag(Connection connection) {
        return EntityTag.ofRevision(connection.revision());
    }

    private static Problem stale() {
        return new Problem(
                CommonProblem.STALE,
                "Expected the connection as it was read, but somebody changed it in the same moment.");
    }
}
