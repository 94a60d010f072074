package dev.laurel.crm.vendor.salesforce;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.Credentials;
import dev.laurel.crm.vendor.Crm;
import dev.laurel.crm.vendor.http.Line;
import dev.laurel.crm.vendor.http.Tokens;
import java.time.Clock;

/** Opens Salesforce for a connection. */
public final class Salesforce {

    private Salesforce() {}

    public static Crm open(Connection connection, Credentials credentials, Line line, Clock clock) {
        SalesforceLogin login = new SalesforceLogin(line, connection.url(), credentials, clock);
        return new SalesforceCrm(
                new SalesforceSession(
                        line,
                        new Tokens(login::grant, clock),
                        "/services/data/v" + connection.version()));
    }
}
