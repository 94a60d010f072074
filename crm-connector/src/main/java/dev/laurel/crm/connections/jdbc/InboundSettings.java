package dev.laurel.crm.connections.jdbc;

import dev.laurel.crm.connections.Inbound;
import dev.laurel.crm.connections.Inbound.Purchases;
import dev.laurel.crm.mapping.InboundField;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a connection takes in, as the database has it.
 *
 * @param fields our names by the vendor's, in order
 * @param purchaseFields names in the data of purchases by the vendor's, in order
 */
record InboundSettings(
        @Nullable String memberField,
        Map<String, String> fields,
        Map<String, String> events,
        @Nullable String purchaseType,
        Map<String, String> purchaseFields,
        @Nullable Integer everyMinutes,
        @Nullable String webhookUrl) {

    static InboundSettings of(Inbound inbound) {
        Purchases purchases = inbound.purchases();
        Duration every = inbound.every();
        URI webhookUrl = inbound.webhookUrl();
        return new InboundSettings(
                inbound.memberField(),
                written(inbound.fields()),
                inbound.events(),
                purchases == null ? null : purchases.type(),
                purchases == null ? Map.of() : written(purchases.fields()),
                every == null ? null : Math.toIntExact(every.toMinutes()),
                webhookUrl == null ? null : webhookUrl.toString());
    }

    Inbound inbound() {
        return new Inbound(
                memberField,
                read(fields, InboundField::ofMember),
                events,
                purchaseType == null
                        ? null
                        : new Purchases(purchaseType, read(purchaseFields, InboundField::ofData)),
                everyMinutes == null ? null : Duration.ofMinutes(everyMinutes),
                webhookUrl == null ? null : URI.create(webhookUrl));
    }

    private static Map<String, String> written(List<InboundField> fields) {
        Map<String, String> written = new LinkedHashMap<>();
        fields.forEach(it -> written.put(it.source(), it.written()));
        return written;
    }

    private static List<InboundField> read(
            Map<String, String> written,
            BiFunction<String, String, Optional<InboundField>> reader) {
        return written.entrySet().stream()
                .map(it -> reader.apply(it.getKey(), it.getValue()).orElseThrow())
                .toList();
    }
}
