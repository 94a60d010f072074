package dev.laurel.crm.connections.web;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.Quota;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection as a caller sees it.
 *
 * @param credentials names of those that are kept, never their values
 * @param fields our names by the vendor's
 * @param inbound what is taken in, {@code null} for nothing
 */
record ConnectionView(
        String program,
        String connection,
        String kind,
        String url,
        String version,
        List<String> credentials,
        String keyField,
        Map<String, String> fields,
        @Nullable InboundView inbound,
        boolean makesContacts,
        QuotaView quota,
        boolean paused,
        long revision,
        Instant changedAt) {

    record QuotaView(int callsPerDay, int callsPerWindow, long windowSeconds, int concurrency) {

        private static QuotaView of(Quota quota) {
            return new QuotaView(
                    quota.callsPerDay(),
                    quota.callsPerWindow(),
                    quota.window().toSeconds(),
                    quota.concurrency());
        }
    }

    static ConnectionView of(Connection connection, List<String> credentials) {
        Map<String, String> fields = new LinkedHashMap<>();
        connection.mapping().fields().forEach(it -> fields.put(it.target(), it.field().written()));
        return new ConnectionView(
                connection.id().program(),
                connection.id().name(),
                connection.kind().id(),
                connection.url().toString(),
                connection.version(),
                credentials,
                connection.mapping().key(),
                fields,
                InboundView.of(connection.inbound()),
                connection.makesContacts(),
                QuotaView.of(connection.quota()),
                connection.paused(),
                connection.revision(),
                connection.changedAt());
    }
}
