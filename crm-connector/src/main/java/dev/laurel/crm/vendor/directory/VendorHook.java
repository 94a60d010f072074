package dev.laurel.crm.vendor.directory;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.Credentials;
import dev.laurel.crm.vendor.Hook;
import dev.laurel.crm.vendor.dynamics.DynamicsHook;
import dev.laurel.crm.vendor.hubspot.HubSpotHook;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Webhooks of the vendor that a connection is to. */
@Component
class VendorHook implements Hook {

    private final Hook hubspot = new HubSpotHook();
    private final Hook dynamics = new DynamicsHook();

    @Override
    public Hearing hear(
            Connection connection, Credentials credentials, Request request, Instant now) {
        return switch (connection.kind()) {
            case HUBSPOT -> hubspot.hear(connection, credentials, request, now);
            case DYNAMICS -> dynamics.hear(connection, credentials, request, now);
            case SALESFORCE ->
                    new Hearing.Closed(
                            "Expected a CRM with webhooks, but Salesforce has none: changes are fetched.");
        };
    }
}
