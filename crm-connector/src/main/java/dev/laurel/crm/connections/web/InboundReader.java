package dev.laurel.crm.connections.web;

import dev.laurel.crm.connections.CrmKind;
import dev.laurel.crm.connections.Inbound;
import dev.laurel.crm.connections.Inbound.Purchases;
import dev.laurel.crm.connections.web.ConnectionBody.InboundBody;
import dev.laurel.crm.connections.web.ConnectionBody.PurchasesBody;
import dev.laurel.crm.mapping.InboundField;
import dev.laurel.crm.mapping.MappedField;
import dev.laurel.crm.mapping.Mapping;
import dev.laurel.web.Violation;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Checks what a caller says of what is to be taken in. No field goes both ways: what is written
 * into one could come back for ever.
 */
final class InboundReader {

    private static final String SOURCE = "[A-Za-z][A-Za-z0-9_]{0,79}";
    private static final String TYPE = "[A-Za-z][A-Za-z0-9_.-]{0,99}";
    private static final int MOST_FIELDS = 100;
    private static final int LONGEST_PAUSE_MINUTES = 10_080;

    private final CrmKind kind;
    private final Set<String> outbound = new HashSet<>();
    private final List<Violation> violations;

    /**
     * @param mapping what is written, and can't be taken in
     * @param violations to which those that are found are added
     */
    InboundReader(CrmKind kind, Mapping mapping, List<Violation> violations) {
        this.kind = kind;
        this.violations = violations;
        outbound.add(mapping.key());
        mapping.fields().stream().map(MappedField::target).forEach(outbound::add);
    }

    Inbound read(@Nullable InboundBody body) {
        if (body == null) {
            return Inbound.NONE;
        }
        String memberField = body.memberField();
        if (memberField != null) {
            requireSource("/inbound/memberField", memberField);
        }
        Inbound inbound =
                new Inbound(
                        memberField,
                        fields(
                                "/inbound/fields",
                                body.fields(),
                                InboundField::ofMember,
                                InboundField.MEMBER_NAMES),
                        events(body.events()),
                        purchases(body.purchases()),
                        every(body.everyMinutes()),
                        webhookUrl(body.webhookUrl()));
        if (!inbound.isWanted()) {
            add("/inbound", "fields, events or purchases", "none of them");
        }
        return inbound;
    }

    private List<InboundField> fields(
            String pointer,
            @Nullable Map<String, @Nullable String> given,
            BiFunction<String, String, Optional<InboundField>> reader,
            String names) {
        List<InboundField> fields = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        Map<String, @Nullable String> all = given == null ? Map.of() : given;
        if (all.size() > MOST_FIELDS) {
            add(pointer, "at most %d fields".formatted(MOST_FIELDS), all.size());
        }
        all.forEach((source, written) -> {
            String place = place(pointer, source);
            requireSource(place, source);
            InboundField field =
                    reader.apply(source, Objects.requireNonNullElse(written, "")).orElse(null);
            if (field == null) {
                add(place, names, written);
            } else if (!taken.add(field.name())) {
                add(place, "a place that no other field goes to", written);
            } else {
                fields.add(field);
            }
        });
        return fields;
    }

    private Map<String, String> events(@Nullable Map<String, @Nullable String> given) {
        Map<String, String> events = new LinkedHashMap<>();
        if (given != null && !given.isEmpty() && kind == CrmKind.SALESFORCE) {
            add("/inbound/events", "nothing, as Salesforce calls no webhooks", given.keySet());
        }
        Map<String, @Nullable String> all = given == null ? Map.of() : given;
        all.forEach((source, type) -> {
            String place = place("/inbound/events", source);
            requireSource(place, source);
            requireType(place, type);
            events.put(source, Objects.requireNonNullElse(type, ""));
        });
        return events;
    }

    private @Nullable Purchases purchases(@Nullable PurchasesBody given) {
        if (given == null) {
            return null;
        }
        requireType("/inbound/purchases/type", given.type());
        return new Purchases(
                Objects.requireNonNullElse(given.type(), ""),
                fields(
                        "/inbound/purchases/fields",
                        given.fields(),
                        InboundField::ofData,
                        InboundField.DATA_NAMES));
    }

    private @Nullable Duration every(@Nullable Integer minutes) {
        if (minutes == null) {
            return null;
        }
        if (minutes < 1 || minutes > LONGEST_PAUSE_MINUTES) {
            add("/inbound/everyMinutes", "a number from 1 to " + LONGEST_PAUSE_MINUTES, minutes);
        }
        return Duration.ofMinutes(minutes);
    }

    /** HubSpot signs the address that it calls, and behind a proxy nobody else knows it. */
    private @Nullable URI webhookUrl(@Nullable String given) {
        if (given == null) {
            return null;
        }
        try {
            URI url = new URI(given);
            if (kind == CrmKind.HUBSPOT && url.getHost() != null && url.getFragment() == null) {
                return url;
            }
        } catch (URISyntaxException _) {
            // Said below.
        }
        add(
                "/inbound/webhookUrl",
                kind == CrmKind.HUBSPOT
                        ? "the address that HubSpot calls, as it is configured there"
                        : "nothing, as only HubSpot signs it",
                given);
        return null;
    }

    private void requireSource(String pointer, String source) {
        if (!source.matches(SOURCE)) {
            add(pointer, "the name of a field, " + SOURCE, source);
        } else if (!pointer.startsWith("/inbound/purchases") && outbound.contains(source)) {
            add(pointer, "a field that is not written to", source);
        }
    }

    private void requireType(String pointer, @Nullable String type) {
        if (type == null || !type.matches(TYPE)) {
            add(pointer, "a type of events, " + TYPE, type);
        }
    }

    private static String place(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private void add(String pointer, String expected, @Nullable Object found) {
        violations.add(
                new Violation(
                        pointer,
                        "Expected %s, but it was %s."
                                .formatted(expected, found == null ? "missing" : "'" + found + "'"),
                        expected));
    }
}
