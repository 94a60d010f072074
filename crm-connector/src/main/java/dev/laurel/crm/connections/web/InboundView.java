package dev.laurel.crm.connections.web;

import dev.laurel.crm.connections.Inbound;
import dev.laurel.crm.connections.Inbound.Purchases;
import dev.laurel.crm.mapping.InboundField;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a connection takes in, as a caller sees and writes it. */
record InboundView(
        @Nullable String memberField,
        Map<String, String> fields,
        Map<String, String> events,
        @Nullable PurchasesView purchases,
        @Nullable Long everyMinutes,
        @Nullable URI webhookUrl) {

    record PurchasesView(String type, Map<String, String> fields) {}

    static @Nullable InboundView of(Inbound inbound) {
        if (inbound.equals(Inbound.NONE)) {
            return null;
        }
        Purchases purchases = inbound.purchases();
        Duration every = inbound.every();
        return new InboundView(
                inbound.memberField(),
                written(inbound.fields()),
                new TreeMap<>(inbound.events()),
                purchases == null
                        ? null
                        : new PurchasesView(purchases.type(), written(purchases.fields())),
                every == null ? null : every.toMinutes(),
                inbound.webhookUrl());
    }

    private static Map<String, String> written(List<InboundField> fields) {
        Map<String, String> written = new LinkedHashMap<>();
        fields.forEach(it -> written.put(it.source(), it.written()));
        return written;
    }
}
