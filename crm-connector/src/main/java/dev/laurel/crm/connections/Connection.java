package dev.laurel.crm.connections;

import dev.laurel.crm.mapping.Mapping;
import java.net.URI;
import java.time.Instant;

/**
 * A connection as it is configured, without its credentials.
 *
 * @param url the CRM's address: scheme, host and port
 * @param version of the vendor's interface
 * @param mapping what is written
 * @param inbound what is taken in
 * @param makesContacts whether members whom the CRM does not have get a contact there
 * @param paused whether nothing is to be sent for now
 * @param revision counts the changes, from 1
 */
public record Connection(
        ConnectionId id,
        CrmKind kind,
        URI url,
        String version,
        Mapping mapping,
        Inbound inbound,
        boolean makesContacts,
        Quota quota,
        boolean paused,
        long revision,
        Instant changedAt) {}
