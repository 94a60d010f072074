package dev.laurel.crm.vendor;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.Credentials;

/** Opens CRMs, whose every request draws from the permits given. */
@FunctionalInterface
public interface Crms {

    Crm open(Connection connection, Credentials credentials, Permits permits);
}
