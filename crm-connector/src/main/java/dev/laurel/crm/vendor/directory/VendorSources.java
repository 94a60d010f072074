package dev.laurel.crm.vendor.directory;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.vendor.SourceFiles;
import dev.laurel.crm.vendor.dynamics.DynamicsSource;
import dev.laurel.crm.vendor.salesforce.SalesforceSource;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Files of the vendor that a connection is to. */
@Component
class VendorSources implements SourceFiles {

    private final SourceFiles salesforce = new SalesforceSource();
    private final SourceFiles dynamics = new DynamicsSource();

    @Override
    public Map<String, String> of(Connection connection) {
        return switch (connection.kind()) {
            case SALESFORCE -> salesforce.of(connection);
            case DYNAMICS -> dynamics.of(connection);
            // Properties are made over HTTP there, and by no file.
            case HUBSPOT -> Map.of();
        };
    }
}
