package dev.laurel.crm.vendor.salesforce;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.Credentials;
import dev.laurel.crm.vendor.Crm;
import dev.laurel.crm.vendor.http.Tokens;
import dev.laurel.crm.vendor.http.Wire;
import java.time.Clock;

/** Opens Salesforce for a connection. */
public final class Salesforce {

    private Salesforce() {}

    public static Crm open(Connection connection, Credentials credentials, Wire wire, Clock clock) {
        SalesforceLogin login = new SalesforceLogin(wire, connection.url(), credentials);
        return new SalesforceCrm(
                new SalesforceSession(
                        wire,
                        new Tokens(login::grant, clock),
                        "/services/data/v" + connection.version()));
    }
}
