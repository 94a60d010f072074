package dev.laurel.crm.vendor.hubspot;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.Credentials;
import dev.laurel.crm.vendor.Crm;
import dev.laurel.crm.vendor.http.Line;
import java.util.Set;

/** Opens HubSpot for a connection. */
public final class HubSpot {

    private HubSpot() {}

    /** The versions of HubSpot's interface that are known here. */
    public static Set<String> versions() {
        return HubSpotPaths.versions();
    }

    public static Crm open(Connection connection, Credentials credentials, Line line) {
        return new HubSpotCrm(
                line,
                connection.url(),
                HubSpotPaths.of(connection.version()).orElseThrow(),
                credentials.require("serviceKey"));
    }
}
