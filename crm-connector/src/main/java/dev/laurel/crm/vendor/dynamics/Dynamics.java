package dev.laurel.crm.vendor.dynamics;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.Credentials;
import dev.laurel.crm.vendor.Crm;
import dev.laurel.crm.vendor.http.Tokens;
import dev.laurel.crm.vendor.http.Wire;
import java.time.Clock;

/** Opens Dynamics 365 for a connection. */
public final class Dynamics {

    private Dynamics() {}

    public static Crm open(Connection connection, Credentials credentials, Wire wire, Clock clock) {
        EntraLogin login = new EntraLogin(wire, connection.url(), credentials);
        return new DynamicsCrm(
                new DynamicsWire(
                        wire,
                        new Tokens(login::grant, clock),
                        "/api/data/v" + connection.version() + "/"));
    }
}
