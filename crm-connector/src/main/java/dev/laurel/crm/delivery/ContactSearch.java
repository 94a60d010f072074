package dev.laurel.crm.delivery;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.delivery.ContactBook.Reach;
import dev.laurel.crm.mapping.FieldType;
import dev.laurel.crm.vendor.Answer;
import dev.laurel.crm.vendor.Crm;
import dev.laurel.crm.vendor.Crm.Candidate;
import dev.laurel.crm.vendor.Crm.Lookup;
import dev.laurel.crm.vendor.FieldSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for members' contacts: by the id that the shop has told, by our own field, by e-mail. A
 * contact that is another member's is never taken, and of several with the same e-mail none is.
 */
final class ContactSearch {

    private final Connection connection;
    private final Crm crm;
    private final Calls calls;

    ContactSearch(Connection connection, Crm crm, Calls calls) {
        this.connection = connection;
        this.crm = crm;
        this.calls = calls;
    }

    /**
     * Takes contacts that the CRM named, as long as they are nobody else's; {@code false} when it
     * could not be asked.
     *
     * @param named by member
     */
    boolean take(Map<String, String> named, Lane lane, Findings findings) {
        String key = connection.mapping().key();
        List<FieldSpec> fields = List.of(new FieldSpec(key, key, FieldType.TEXT, true));
        List<String> ids = List.copyOf(new LinkedHashSet<>(named.values()));
        Answer<Map<String, Map<String, String>>> answer =
                calls.make(lane, () -> crm.read(ids, fields));
        if (answer
                instanceof
                Answer.Given<Map<String, Map<String, String>>>(
                        Map<String, Map<String, String>> contacts,
                        var _)) {
            named.forEach((member, contact) -> take(member, contact, contacts, findings));
        }
        return answer instanceof Answer.Given<?> || answer instanceof Answer.Rejected<?>;
    }

    private void take(
            String member,
            String contact,
            Map<String, Map<String, String>> contacts,
            Findings findings) {
        Map<String, String> values = contacts.get(contact);
        if (values != null) {
            String holder = values.getOrDefault(connection.mapping().key(), "");
            if (holder.isEmpty() || holder.equals(member)) {
                findings.found(member, contact);
            } else {
                findings.reasons.put(member, "The contact has the id of another member.");
            }
        }
    }

    /** The member's e-mail address as it is looked for, {@code null} for none. */
    static @Nullable String email(Map<String, Reach> reaches, String member) {
        Reach reach = reaches.get(member);
        return reach == null || reach.email() == null ? null : folded(reach.email());
    }

    /** Fills in what is found; {@code false} when the CRM could not be asked. */
    boolean run(Map<String, Due> open, Map<String, Reach> reaches, Findings findings) {
        Map<String, String> found = findings.found;
        Map<String, String> reasons = findings.reasons;
        Lane lane = open.values().iterator().next().lane();
        Set<String> taken = new HashSet<>();
        for (Due due : open.values()) {
            String member = due.member();
            String contact = told(due, reaches.get(member));
            // Of several who are told to be the same one, the others are looked for like anybody.
            if (contact != null && taken.add(contact)) {
                found.put(member, contact);
            }
        }
        List<String> members = open.keySet().stream().filter(it -> !found.containsKey(it)).toList();
        if (members.isEmpty()) {
            return true;
        }
        Map<String, List<Candidate>> byKey = ask(lane, Lookup.KEY, members);
        if (byKey == null) {
            return false;
        }
        Map<String, String> emails = new LinkedHashMap<>();
        for (String member : members) {
            List<Candidate> same = byKey.getOrDefault(folded(member), List.of());
            List<Candidate> own = same.stream().filter(it -> it.key().equals(member)).toList();
            String email = email(reaches, member);
            if (own.size() == 1 && taken.add(own.getFirst().id())) {
                found.put(member, own.getFirst().id());
            } else if (own.size() == 1) {
                reasons.put(member, "The contact is linked to another member.");
            } else if (own.size() > 1) {
                reasons.put(member, "Several contacts have the member's id.");
            } else if (email != null) {
                emails.put(member, email);
            } else {
                reasons.put(member, "No e-mail address of the member is known.");
            }
        }
        return emails.isEmpty() || searchByEmail(lane, emails, findings);
    }

    private boolean searchByEmail(Lane lane, Map<String, String> emails, Findings findings) {
        Map<String, String> found = findings.found;
        Map<String, String> reasons = findings.reasons;
        List<String> distinct = List.copyOf(new HashSet<>(emails.values()));
        Map<String, List<Candidate>> byEmail = ask(lane, Lookup.EMAIL, distinct);
        if (byEmail == null) {
            return false;
        }
        Set<String> taken = new HashSet<>(found.values());
        emails.forEach((member, email) -> {
            List<Candidate> candidates = byEmail.getOrDefault(email, List.of());
            if (candidates.size() > 1) {
                reasons.put(member, "Several contacts have the member's e-mail address.");
            } else if (candidates.size() == 1) {
                Candidate only = candidates.getFirst();
                if (!only.key().isEmpty() && !only.key().equals(member)) {
                    reasons.put(member, "The contact has the id of another member.");
                } else if (taken.add(only.id())) {
                    found.put(member, only.id());
                } else {
                    reasons.put(member, "The contact is linked to another member.");
                }
            } else {
                findings.absent.add(member);
            }
        });
        return true;
    }

    /**
     * The contacts that have these members' ids, one of each.
     *
     * @return by member; nothing at all when the CRM could not be asked
     */
    Optional<Map<String, String>> byKey(Collection<Due> members) {
        Lane lane = members.iterator().next().lane();
        Map<String, List<Candidate>> byKey =
                ask(lane, Lookup.KEY, members.stream().map(Due::member).toList());
        if (byKey == null) {
            return Optional.empty();
        }
        Map<String, String> contacts = new HashMap<>();
        for (Due due : members) {
            byKey.getOrDefault(folded(due.member()), List.of()).stream()
                    .filter(it -> it.key().equals(due.member()))
                    .forEach(it -> contacts.put(due.member(), it.id()));
        }
        return Optional.of(contacts);
    }

    private @Nullable Map<String, List<Candidate>> ask(
            Lane lane, Lookup lookup, List<String> values) {
        Map<String, List<Candidate>> found = new HashMap<>();
        List<String> rest = new ArrayList<>(values);
        while (!rest.isEmpty()) {
            List<String> some = rest.subList(0, crm.lookedUpAtOnce(rest));
            List<String> asked = List.copyOf(some);
            some.clear();
            switch (calls.make(lane, () -> find(lookup, asked))) {
                case Answer.Given<Map<String, List<Candidate>>> given ->
                        found.putAll(given.value());
                case Answer.Rejected<Map<String, List<Candidate>>> _ -> {
                    return null;
                }
                case Answer.Throttled<Map<String, List<Candidate>>> _ -> {
                    return null;
                }
                case Answer.Failed<Map<String, List<Candidate>>> _ -> {
                    return null;
                }
                case Answer.Denied<Map<String, List<Candidate>>> _ -> {
                    return null;
                }
            }
        }
        return found;
    }

    /** A search that is rejected would be so for every member: something has to be set up first. */
    private Answer<Map<String, List<Candidate>>> find(Lookup lookup, List<String> values) {
        Answer<Map<String, List<Candidate>>> answer =
                crm.find(lookup, connection.mapping().key(), values);
        return answer instanceof Answer.Rejected<Map<String, List<Candidate>>>(var refusal)
                ? new Answer.Denied<>(refusal.message())
                : answer;
    }

    /** The id that the shop has told, as long as it was not in vain. */
    @Nullable String told(Due due, @Nullable Reach reach) {
        // What was told may be what is gone.
        String told = reach == null || due.attempts() > 0 ? null : told(reach);
        return told == null ? null : crm.contactId(told);
    }

    private @Nullable String told(Reach reach) {
        String byName = reach.crmIds().get(connection.id().name());
        return byName == null ? reach.crmIds().get(connection.kind().id()) : byName;
    }

    private static String folded(String value) {
        return value.toLowerCase(Locale.ROOT);
    }
}
