package dev.laurel.crm.connections.web;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.connections.Connections;
import dev.laurel.crm.programs.Programs;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.Problem;
import dev.laurel.web.Violation;
import java.util.List;
import org.springframework.stereotype.Component;

/** Connections by their addresses. */
@Component
public class KnownConnections {

    private static final String NAME = "[a-z][a-z0-9-]{0,63}";

    private final Connections connections;
    private final Programs programs;

    KnownConnections(Connections connections, Programs programs) {
        this.connections = connections;
        this.programs = programs;
    }

    public Connection require(String program, String name) {
        ConnectionId id = requireName(program, name);
        return connections
                .find(id)
                .orElseThrow(() ->
                        new Problem(
                                CrmProblem.UNKNOWN_CONNECTION,
                                "Expected a connection of program '%s', but '%s' is none."
                                        .formatted(program, name)));
    }

    ConnectionId requireName(String program, String name) {
        requireProgram(program);
        if (!name.matches(NAME)) {
            throw new Problem(
                    CommonProblem.INVALID_PARAMETER,
                    "Expected a connection of the form %s, but it was '%s'.".formatted(NAME, name),
                    List.of(new Violation("{connection}", "Expected " + NAME + ".", NAME)));
        }
        return new ConnectionId(program, name);
    }

    void requireProgram(String program) {
        if (!programs.contains(program)) {
            throw new Problem(
                    CommonProblem.UNKNOWN_PROGRAM,
                    "Expected a published program, but '%s' is none.".formatted(program));
        }
    }
}
