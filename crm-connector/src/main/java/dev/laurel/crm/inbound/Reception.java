package dev.laurel.crm.inbound;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.connections.Inbound;
import dev.laurel.crm.consent.Consent;
import dev.laurel.crm.consent.Consents;
import dev.laurel.crm.inbound.Arrivals.Before;
import dev.laurel.crm.mapping.FieldType;
import dev.laurel.crm.mapping.InboundField;
import dev.laurel.crm.vendor.FieldSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Takes contacts in: finds whose they are, and tells the registry what they say, if that is
 * something else than the last time. Of a member who refused or was erased nothing is taken.
 */
final class Reception {

    private static final int LONGEST_MEMBER = 200;

    private final ConnectionId connection;
    private final Inbound inbound;
    private final String keyField;
    private final Arrivals arrivals;
    private final Consents consents;
    private final MemberBook members;

    Reception(Connection connection, Arrivals arrivals, Consents consents, MemberBook members) {
        this.connection = connection.id();
        this.inbound = connection.inbound();
        this.keyField = connection.mapping().key();
        this.arrivals = arrivals;
        this.consents = consents;
        this.members = members;
    }

    /** The fields that have to be known of a contact. */
    List<FieldSpec> wanted() {
        Set<String> names = new TreeSet<>();
        names.add(keyField);
        if (inbound.memberField() != null) {
            names.add(inbound.memberField());
        }
        inbound.fields().forEach(it -> names.add(it.source()));
        return names.stream().map(it -> new FieldSpec(it, it, FieldType.TEXT, false)).toList();
    }

    /**
     * Takes in contacts, each once.
     *
     * @return what became of each; nothing at all when the registry can't be asked right now
     */
    Optional<List<Arrival>> take(Collection<ContactState> contacts) {
        List<String> ids = contacts.stream().map(ContactState::id).toList();
        Map<String, String> linked = arrivals.linked(connection, ids);
        Map<String, Before> before = arrivals.before(connection, ids);
        List<Arrival> settled = new ArrayList<>();
        Map<String, ContactState> byMember = new LinkedHashMap<>();
        for (ContactState contact : contacts) {
            Arrival aside = find(contact, linked.get(contact.id()), byMember);
            if (aside != null) {
                settled.add(aside);
            }
        }
        settled.addAll(withhold(byMember));
        settled.addAll(claimed(byMember, linked));
        return tell(byMember, before, settled);
    }

    /** Adds the contact to its member, or says why it has none. */
    private @Nullable Arrival find(
            ContactState contact, @Nullable String linked, Map<String, ContactState> byMember) {
        String field = inbound.memberField();
        String told = field == null ? "" : contact.value(field).strip();
        String member =
                Objects.requireNonNullElse(linked, told.isEmpty() ? contact.value(keyField) : told);
        if (linked != null && !told.isEmpty() && !told.equals(linked)) {
            return new Arrival.Unassigned(
                    Arrival.SetAside.contact(
                            contact.id(),
                            "The contact is linked to a member and names another one."));
        }
        if (member.isEmpty()) {
            return new Arrival.Unassigned(Arrival.SetAside.unlinked(contact.id()));
        }
        if (member.length() > LONGEST_MEMBER) {
            return new Arrival.Unassigned(
                    Arrival.SetAside.contact(
                            contact.id(),
                            "The contact names a member with more than %d characters."
                                    .formatted(LONGEST_MEMBER)));
        }
        ContactState first = byMember.putIfAbsent(member, contact);
        if (first == null) {
            return null;
        }
        if (linked == null) {
            return Arrival.SetAside.another(contact.id());
        }
        byMember.put(member, contact);
        return Arrival.SetAside.another(first.id());
    }

    private List<Arrival> withhold(Map<String, ContactState> byMember) {
        List<Arrival> withheld = new ArrayList<>();
        consents.of(connection.program(), byMember.keySet())
                .forEach((member, consent) -> {
                    if (consent == Consent.REFUSED || consent == Consent.ERASED) {
                        ContactState contact = byMember.remove(member);
                        if (contact != null) {
                            withheld.add(
                                    new Arrival.Withheld(
                                            Arrival.Subject.CONTACT, contact.id(), contact.id()));
                        }
                    }
                });
        return withheld;
    }

    /**
     * Of several contacts the linked one is the member's, or else the one that was taken in first.
     */
    private List<Arrival> claimed(Map<String, ContactState> byMember, Map<String, String> linked) {
        List<Arrival> aside = new ArrayList<>();
        arrivals.contactsOf(connection, byMember.keySet())
                .forEach((member, holder) -> {
                    ContactState contact = Objects.requireNonNull(byMember.get(member));
                    if (!contact.id().equals(holder) && !linked.containsKey(contact.id())) {
                        byMember.remove(member);
                        aside.add(new Arrival.Claimed(contact.id(), holder));
                    }
                });
        return aside;
    }

    private Optional<List<Arrival>> tell(
            Map<String, ContactState> byMember, Map<String, Before> before, List<Arrival> settled) {
        List<MemberPatch> patches = new ArrayList<>();
        Map<String, Arrival> known = new LinkedHashMap<>();
        byMember.forEach((member, contact) -> {
            Map<String, @Nullable Object> said = new TreeMap<>();
            InboundField wrong = read(contact, said);
            if (wrong != null) {
                settled.add(
                        Arrival.SetAside.contact(
                                contact.id(),
                                "Expected %s in the form of %s, but it has another."
                                        .formatted(wrong.source(), wrong.written())));
                return;
            }
            MemberPatch patch = new MemberPatch(member, said);
            String digest = Digest.of(patch);
            boolean news = !new Before(member, digest).equals(before.get(contact.id()));
            known.put(member, new Arrival.Known(contact.id(), member, digest, news));
            if (news && !said.isEmpty()) {
                patches.add(patch);
            }
        });
        Optional<Map<String, String>> refused =
                patches.isEmpty()
                        ? Optional.of(Map.of())
                        : members.merge(connection.program(), patches);
        return refused.map(reasons -> {
            reasons.forEach((member, reason) -> {
                Arrival arrival = known.remove(member);
                if (arrival != null) {
                    settled.add(Arrival.SetAside.contact(arrival.contact(), reason));
                }
            });
            settled.addAll(known.values());
            return settled;
        });
    }

    /** Fills in what the contact says; the field that is not as it was expected. */
    private @Nullable InboundField read(ContactState contact, Map<String, @Nullable Object> said) {
        for (InboundField field : inbound.fields()) {
            String text = contact.value(field.source());
            Optional<Object> value = text.isBlank() ? Optional.empty() : field.read(text);
            if (value.isEmpty() && !text.isBlank()) {
                return field;
            }
            said.put(field.name(), value.orElse(null));
        }
        return null;
    }
}
