package dev.laurel.crm.delivery;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.delivery.ContactBook.Reach;
import dev.laurel.crm.vendor.Answer;
import dev.laurel.crm.vendor.Crm;
import dev.laurel.crm.vendor.Crm.Candidate;
import dev.laurel.crm.vendor.Crm.Lookup;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds members' contacts: by the id that the shop has told, by our own field, by e-mail. A contact
 * that is another member's is never taken, and of several with the same e-mail none is.
 */
final class Linker {

    private static final Duration LOOK_AGAIN = Duration.ofHours(6);
    private static final Duration ASK_AGAIN = Duration.ofSeconds(10);

    private final Connection connection;
    private final Crm crm;
    private final Calls calls;
    private final Deliveries deliveries;
    private final ContactBook book;
    private final Clock clock;

    Linker(
            Connection connection,
            Crm crm,
            Calls calls,
            Deliveries deliveries,
            ContactBook book,
            Clock clock) {
        this.connection = connection;
        this.crm = crm;
        this.calls = calls;
        this.deliveries = deliveries;
        this.book = book;
        this.clock = clock;
    }

    /**
     * Links those that are not linked, as far as that can be done.
     *
     * @param links of all that have one, to which those that are found are added
     * @param ended to which those are added that end here
     */
    void link(Collection<Due> members, Map<String, Link> links, List<Settlement> ended) {
        Instant now = clock.instant();
        Map<String, Due> open = new LinkedHashMap<>();
        for (Due due : members) {
            Link link = links.getOrDefault(due.member(), Link.NONE);
            Instant retryAt = link.retryAt();
            if (link.contact() != null) {
                continue;
            }
            if (retryAt != null && retryAt.isAfter(now) && due.lane() != Lane.BULK) {
                ended.add(new Settlement.Unlinked(due, retryAt, "No contact was found."));
            } else {
                open.put(due.member(), due);
            }
        }
        if (open.isEmpty()) {
            return;
        }
        Optional<Map<String, Reach>> reaches =
                book.find(connection.id().program(), List.copyOf(open.keySet()));
        if (reaches.isEmpty()) {
            open.values()
                    .forEach(due ->
                            ended.add(
                                    new Settlement.Retry(
                                            due,
                                            now.plus(ASK_AGAIN),
                                            "The member service could not be asked.")));
            return;
        }
        Map<String, String> found = new LinkedHashMap<>();
        Map<String, String> reasons = new HashMap<>();
        if (search(open, reaches.get(), found, reasons)) {
            Set<String> linked = deliveries.link(connection.id(), found);
            linked.forEach(member ->
                    links.put(member, new Link(found.get(member), Map.of(), true, false, null)));
            for (Due due : open.values()) {
                if (!linked.contains(due.member())) {
                    String reason =
                            found.containsKey(due.member())
                                    ? "The contact is linked to another member."
                                    : reasons.getOrDefault(due.member(), "No contact was found.");
                    ended.add(new Settlement.Unlinked(due, now.plus(LOOK_AGAIN), reason));
                }
            }
        } else {
            open.values().forEach(due -> ended.add(new Settlement.Postponed(due)));
        }
    }

    /** Fills in what is found; {@code false} when the CRM could not be asked. */
    private boolean search(
            Map<String, Due> open,
            Map<String, Reach> reaches,
            Map<String, String> found,
            Map<String, String> reasons) {
        Lane lane = open.values().iterator().next().lane();
        Set<String> taken = new HashSet<>();
        for (Due due : open.values()) {
            String member = due.member();
            Reach reach = reaches.get(member);
            // What was told may be what is gone.
            String told = reach == null || due.attempts() > 0 ? null : told(reach);
            String contact = told == null ? null : crm.contactId(told);
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
            Reach reach = reaches.get(member);
            if (own.size() == 1 && taken.add(own.getFirst().id())) {
                found.put(member, own.getFirst().id());
            } else if (own.size() == 1) {
                reasons.put(member, "The contact is linked to another member.");
            } else if (own.size() > 1) {
                reasons.put(member, "Several contacts have the member's id.");
            } else if (reach != null && reach.email() != null) {
                emails.put(member, folded(reach.email()));
            } else {
                reasons.put(member, "No e-mail address of the member is known.");
            }
        }
        return emails.isEmpty() || searchByEmail(lane, emails, found, reasons);
    }

    private boolean searchByEmail(
            Lane lane,
            Map<String, String> emails,
            Map<String, String> found,
            Map<String, String> reasons) {
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

    private @Nullable String told(Reach reach) {
        String byName = reach.crmIds().get(connection.id().name());
        return byName == null ? reach.crmIds().get(connection.kind().id()) : byName;
    }

    private static String folded(String value) {
        return value.toLowerCase(Locale.ROOT);
    }
}
