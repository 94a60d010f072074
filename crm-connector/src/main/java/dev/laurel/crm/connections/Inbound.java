package dev.laurel.crm.connections;

import dev.laurel.crm.mapping.InboundField;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a connection takes in of its CRM.
 *
 * @param memberField the contacts' field that has the shop's own id of the member; {@code null}
 *     when only contacts count that are linked
 * @param fields what contacts say of members
 * @param events types of the events that are made of a change, by the contacts' field
 * @param purchases {@code null} for none
 * @param every how often changes are fetched; {@code null} for when somebody asks for it
 * @param webhookUrl the address that the vendor calls, as the vendor has it; {@code null} for none
 */
public record Inbound(
        @Nullable String memberField,
        List<InboundField> fields,
        Map<String, String> events,
        @Nullable Purchases purchases,
        @Nullable Duration every,
        @Nullable URI webhookUrl) {

    /** Nothing at all. */
    public static final Inbound NONE = new Inbound(null, List.of(), Map.of(), null, null, null);

    public Inbound {
        fields = List.copyOf(fields);
        events = Map.copyOf(events);
    }

    /**
     * What becomes of purchases.
     *
     * @param type of the events
     * @param fields of the purchase, for the event's data
     */
    public record Purchases(String type, List<InboundField> fields) {

        public Purchases {
            fields = List.copyOf(fields);
        }
    }

    /** Whether anything is taken in. */
    public boolean isWanted() {
        return !fields.isEmpty() || !events.isEmpty() || purchases != null;
    }

    /** The fields of contacts whose changes say something. */
    public Set<String> watched() {
        Set<String> watched = new TreeSet<>(events.keySet());
        fields.forEach(it -> watched.add(it.source()));
        if (memberField != null) {
            watched.add(memberField);
        }
        return watched;
    }
}
