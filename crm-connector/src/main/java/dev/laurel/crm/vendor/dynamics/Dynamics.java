package dev.laurel.crm.vendor.dynamics;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.Credentials;
import dev.laurel.crm.vendor.Crm;
import dev.laurel.crm.vendor.http.Line;
import dev.laurel.crm.vendor.http.Tokens;
import java.time.Clock;

/** Opens Dynamics 365 for a connection. */
public final class Dynamics {

    private Dynamics() {}

    public static Crm open(Connection connection, Credentials credentials, Line line, Clock clock) {
        EntraLogin login = new EntraLogin(line, connection.url(), credentials);
        return new DynamicsCrm(
                new DynamicsWire(
                        line,
                        new Tokens(login::grant, clock),
                        "/api/data/v" + connection.version() + "/"));
    }
}
