package dev.laurel.crm.connections.jdbc;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.connections.CrmKind;
import dev.laurel.crm.connections.Inbound;
import dev.laurel.crm.connections.Quota;
import dev.laurel.crm.mapping.MappedField;
import dev.laurel.crm.mapping.Mapping;
import dev.laurel.crm.mapping.MemberField;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection's configuration as the database has it.
 *
 * @param fields our names by the vendor's, in order
 * @param inbound {@code null} in connections that were made before there was any
 * @param makesContacts {@code null} likewise, for no
 */
record Settings(
        String kind,
        String url,
        String version,
        String key,
        Map<String, String> fields,
        @Nullable InboundSettings inbound,
        @Nullable Boolean makesContacts,
        int callsPerDay,
        int callsPerWindow,
        long windowMillis,
        int concurrency) {

    static Settings of(Connection connection) {
        Map<String, String> fields = new LinkedHashMap<>();
        connection.mapping().fields().forEach(it -> fields.put(it.target(), it.field().written()));
        Quota quota = connection.quota();
        return new Settings(
                connection.kind().id(),
                connection.url().toString(),
                connection.version(),
                connection.mapping().key(),
                fields,
                InboundSettings.of(connection.inbound()),
                connection.makesContacts(),
                quota.callsPerDay(),
                quota.callsPerWindow(),
                quota.window().toMillis(),
                quota.concurrency());
    }

    Connection connection(ConnectionId id, boolean paused, long revision, Instant changedAt) {
        return new Connection(
                id,
                CrmKind.of(kind).orElseThrow(),
                URI.create(url),
                version,
                new Mapping(key, mapped()),
                inbound == null ? Inbound.NONE : inbound.inbound(),
                Boolean.TRUE.equals(makesContacts),
                new Quota(
                        callsPerDay, callsPerWindow, Duration.ofMillis(windowMillis), concurrency),
                paused,
                revision,
                changedAt);
    }

    private List<MappedField> mapped() {
        return fields.entrySet().stream()
                .map(it ->
                        new MappedField(
                                MemberField.parse(it.getValue()).orElseThrow(), it.getKey()))
                .toList();
    }
}
