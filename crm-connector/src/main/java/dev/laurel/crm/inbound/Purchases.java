package dev.laurel.crm.inbound;

import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.connections.Inbound;
import dev.laurel.crm.consent.Consent;
import dev.laurel.crm.consent.Consents;
import dev.laurel.crm.inbound.Arrival.Subject;
import dev.laurel.crm.mapping.InboundField;
import dev.laurel.crm.vendor.PurchaseRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes events of purchases, each once for all time: what was posted is noted, and what was posted
 * but not noted comes again under the same id.
 */
final class Purchases {

    private final ConnectionId connection;
    private final Arrivals arrivals;
    private final Consents consents;
    private final EventBook book;

    Purchases(ConnectionId connection, Arrivals arrivals, Consents consents, EventBook book) {
        this.connection = connection;
        this.arrivals = arrivals;
        this.consents = consents;
        this.book = book;
    }

    /**
     * Posts those that were not posted before.
     *
     * @param records each once
     * @return what became of them; nothing at all when events can't be posted right now
     */
    Optional<List<Arrival>> take(Inbound.Purchases wanted, Collection<PurchaseRecord> records) {
        Set<String> before =
                arrivals.posted(connection, records.stream().map(PurchaseRecord::id).toList());
        List<PurchaseRecord> fresh =
                records.stream().filter(it -> !before.contains(it.id())).toList();
        Map<String, String> members = members(fresh);
        Map<String, Consent> said = consents.of(connection.program(), members.values());
        List<Arrival> settled = new ArrayList<>();
        Map<String, MemberEvent> events = new LinkedHashMap<>();
        Map<String, PurchaseRecord> posted = new LinkedHashMap<>();
        for (PurchaseRecord purchase : fresh) {
            Set<String> buyers = new TreeSet<>();
            for (String contact : purchase.contacts()) {
                String member = members.get(contact);
                if (member != null) {
                    buyers.add(member);
                }
            }
            String reason = reason(purchase, buyers);
            if (reason != null) {
                settled.add(aside(purchase, buyers.isEmpty(), reason));
                continue;
            }
            String member = buyers.iterator().next();
            Consent consent = said.getOrDefault(member, Consent.UNSAID);
            if (consent == Consent.REFUSED || consent == Consent.ERASED) {
                settled.add(
                        new Arrival.Withheld(Subject.PURCHASE, purchase.id(), contact(purchase)));
                continue;
            }
            Map<String, Object> data = new TreeMap<>();
            String wrong = read(wanted, purchase, data);
            if (wrong != null) {
                settled.add(aside(purchase, false, wrong));
                continue;
            }
            MemberEvent event = event(wanted, purchase, member, data);
            events.put(event.id(), event);
            posted.put(event.id(), purchase);
        }
        return post(events, posted, settled);
    }

    private Optional<List<Arrival>> post(
            Map<String, MemberEvent> events,
            Map<String, PurchaseRecord> posted,
            List<Arrival> settled) {
        Optional<Map<String, String>> refused =
                events.isEmpty()
                        ? Optional.of(Map.of())
                        : book.post(connection.program(), List.copyOf(events.values()), true);
        return refused.map(reasons -> {
            posted.forEach((id, purchase) -> {
                String reason = reasons.get(id);
                settled.add(
                        reason == null
                                ? new Arrival.Posted(
                                        Subject.PURCHASE, purchase.id(), contact(purchase))
                                : aside(purchase, false, reason));
            });
            return settled;
        });
    }

    /** The members of all contacts, by contact: those that they came in for, or are linked to. */
    private Map<String, String> members(List<PurchaseRecord> purchases) {
        List<String> contacts =
                purchases.stream().flatMap(it -> it.contacts().stream()).distinct().toList();
        Map<String, String> members = new TreeMap<>();
        arrivals.before(connection, contacts)
                .forEach((contact, known) -> members.put(contact, known.member()));
        members.putAll(arrivals.linked(connection, contacts));
        return members;
    }

    private static @Nullable String reason(PurchaseRecord purchase, Set<String> buyers) {
        if (purchase.contacts().isEmpty()) {
            return "The purchase is of no contact.";
        }
        return switch (buyers.size()) {
            case 0 -> "The purchase is of no contact whose member is known.";
            case 1 -> null;
            default -> Arrival.SetAside.OF_SEVERAL;
        };
    }

    /** Fills in what the purchase says; why a field can't be taken. */
    private static @Nullable String read(
            Inbound.Purchases wanted, PurchaseRecord purchase, Map<String, Object> data) {
        for (InboundField field : wanted.fields()) {
            String text = purchase.values().getOrDefault(field.source(), "");
            if (!text.isBlank()) {
                Optional<Object> value = field.read(text);
                if (value.isEmpty()) {
                    return "Expected %s in the form of %s, but it has another."
                            .formatted(field.source(), field.written());
                }
                if (Identity.isSaidBy(text)) {
                    return Identity.refusal(field.source());
                }
                data.put(field.name(), value.get());
            }
        }
        return null;
    }

    private MemberEvent event(
            Inbound.Purchases wanted,
            PurchaseRecord purchase,
            String member,
            Map<String, Object> data) {
        return new MemberEvent(
                "purchase-" + purchase.id(),
                "/crm-connections/" + connection.name(),
                wanted.type(),
                member,
                purchase.at(),
                data);
    }

    private static Arrival aside(PurchaseRecord purchase, boolean unlinked, String reason) {
        return new Arrival.SetAside(
                Subject.PURCHASE,
                purchase.id(),
                contact(purchase),
                unlinked,
                reason,
                purchase.modified());
    }

    private static String contact(PurchaseRecord purchase) {
        return purchase.contacts().isEmpty() ? "" : purchase.contacts().getFirst();
    }
}
