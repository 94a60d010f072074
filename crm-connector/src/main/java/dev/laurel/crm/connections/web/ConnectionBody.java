package dev.laurel.crm.connections.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection as a caller writes it.
 *
 * @param credentials may be left out when there are some and the address stays
 * @param fields our names by the vendor's; left out for all there is
 * @param makesContacts left out for no
 */
record ConnectionBody(
        @Nullable String kind,
        @Nullable String url,
        @Nullable String version,
        @Nullable Map<String, @Nullable String> credentials,
        @Nullable String keyField,
        @Nullable Map<String, @Nullable String> fields,
        @Nullable InboundBody inbound,
        @Nullable Boolean makesContacts,
        @Nullable QuotaBody quota) {

    /**
     * What is taken in.
     *
     * @param fields our names by the vendor's
     * @param events types of events by the vendor's field
     */
    record InboundBody(
            @Nullable String memberField,
            @Nullable Map<String, @Nullable String> fields,
            @Nullable Map<String, @Nullable String> events,
            @Nullable PurchasesBody purchases,
            @Nullable Integer everyMinutes,
            @Nullable String webhookUrl) {}

    /**
     * What becomes of purchases.
     *
     * @param type of the events
     * @param fields names in their data by the vendor's
     */
    record PurchasesBody(@Nullable String type, @Nullable Map<String, @Nullable String> fields) {}

    record QuotaBody(
            @Nullable Integer callsPerDay,
            @Nullable Integer callsPerWindow,
            @Nullable Integer windowSeconds,
            @Nullable Integer concurrency) {}

    /** Without the credentials. */
    @Override
    public String toString() {
        return "ConnectionBody[%s, %s]".formatted(kind, url);
    }
}
