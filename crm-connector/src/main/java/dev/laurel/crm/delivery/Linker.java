package dev.laurel.crm.delivery;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.delivery.ContactBook.Reach;
import dev.laurel.crm.vendor.Crm;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Links members with contacts: those that are found, and those that are made, if the connection is
 * to make any.
 */
final class Linker {

    private static final Duration LOOK_AGAIN = Duration.ofHours(6);
    private static final Duration ASK_AGAIN = Duration.ofSeconds(10);

    private final Connection connection;
    private final Deliveries deliveries;
    private final ContactBook book;
    private final Clock clock;
    private final ContactSearch search;
    private final ContactMaker maker;

    /**
     * E-mail addresses of members who are being looked for: of two with the same one, neither may
     * get a contact made while the other one's is.
     */
    private final Set<String> claims = ConcurrentHashMap.newKeySet();

    Linker(
            Connection connection,
            Crm crm,
            Calls calls,
            Deliveries deliveries,
            ContactBook book,
            Clock clock) {
        this.connection = connection;
        this.deliveries = deliveries;
        this.book = book;
        this.clock = clock;
        this.search = new ContactSearch(connection, crm, calls);
        this.maker = new ContactMaker(connection, crm, calls, deliveries, clock);
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
        Map<String, String> claimed = claim(open, reaches.get(), ended);
        try {
            find(open, reaches.get(), claimed.keySet(), links, ended);
        } finally {
            claims.removeAll(claimed.values());
        }
    }

    /**
     * Claims the e-mail addresses of those who may get a contact made, and leaves others with the
     * same one for a moment later: there will be a contact then, or none.
     *
     * @return the addresses by member
     */
    private Map<String, String> claim(
            Map<String, Due> open, Map<String, Reach> reaches, List<Settlement> ended) {
        Map<String, String> claimed = new HashMap<>();
        if (!connection.makesContacts()) {
            return claimed;
        }
        for (Due due : List.copyOf(open.values())) {
            String member = due.member();
            String email = ContactSearch.email(reaches, member);
            if (email == null || search.told(due, reaches.get(member)) != null) {
                continue;
            }
            if (claims.add(email)) {
                claimed.put(member, email);
            } else {
                open.remove(member);
                ended.add(
                        new Settlement.Retry(
                                due,
                                clock.instant().plus(ASK_AGAIN),
                                "Another member has the same e-mail address."));
            }
        }
        return claimed;
    }

    private void find(
            Map<String, Due> open,
            Map<String, Reach> reaches,
            Set<String> makeable,
            Map<String, Link> links,
            List<Settlement> ended) {
        Findings findings = new Findings();
        if (open.isEmpty()) {
            return;
        }
        if (!search.run(open, reaches, findings)) {
            postpone(open, open.keySet(), ended);
            return;
        }
        findings.absent.retainAll(makeable);
        Set<String> made =
                findings.absent.isEmpty() ? Set.of() : make(open, reaches, findings, ended);
        Map<String, String> found = findings.found;
        Set<String> linked = deliveries.link(connection.id(), found);
        linked.forEach(member ->
                links.put(member, new Link(found.get(member), Map.of(), true, false, null)));
        Instant now = clock.instant();
        for (Due due : open.values()) {
            if (linked.contains(due.member())) {
                continue;
            }
            if (made.contains(due.member())) {
                // Somebody settled the member meanwhile, who may not have known of the contact.
                ended.add(
                        new Settlement.Retry(
                                due, now.plus(ASK_AGAIN), "A contact was made and not linked."));
            } else {
                String reason =
                        found.containsKey(due.member())
                                ? "The contact is linked to another member."
                                : findings.reasons.getOrDefault(
                                        due.member(), "No contact was found.");
                ended.add(new Settlement.Unlinked(due, now.plus(LOOK_AGAIN), reason));
            }
        }
    }

    private static void postpone(
            Map<String, Due> open, Collection<String> members, List<Settlement> ended) {
        for (String member : List.copyOf(members)) {
            Due due = open.remove(member);
            if (due != null) {
                ended.add(new Settlement.Postponed(due));
            }
        }
    }

    /** Has contacts made for those who are not there, and says for whom one was. */
    private Set<String> make(
            Map<String, Due> open,
            Map<String, Reach> reaches,
            Findings findings,
            List<Settlement> ended) {
        Map<String, Due> absent = new LinkedHashMap<>(open);
        absent.keySet().retainAll(findings.absent);
        Map<String, String> emails = new HashMap<>();
        for (String member : absent.keySet()) {
            Reach reach = reaches.get(member);
            if (reach != null && reach.email() != null) {
                emails.put(member, reach.email());
            }
        }
        Findings making = new Findings();
        List<Settlement> unknown = new ArrayList<>();
        Map<String, String> there = maker.make(absent.values(), emails, making, unknown);
        Set<String> made = Set.copyOf(making.found.keySet());
        unknown.forEach(it -> open.remove(it.due().member()));
        ended.addAll(unknown);
        findings.add(making);
        if (!there.isEmpty() && !findAgain(there, absent, reaches, findings)) {
            postpone(open, there.keySet(), ended);
        }
        return made;
    }

    /**
     * Finds those whom the CRM has after all; {@code false} when it could not be asked.
     *
     * @param there with the ids of their contacts where the CRM names them
     */
    private boolean findAgain(
            Map<String, String> there,
            Map<String, Due> absent,
            Map<String, Reach> reaches,
            Findings findings) {
        Map<String, Due> again = new LinkedHashMap<>(absent);
        again.keySet().retainAll(there.keySet());
        Findings second = new Findings();
        if (!search.run(again, reaches, second)) {
            return false;
        }
        second.absent.forEach(member ->
                second.reasons.put(member, "The CRM has such a contact and does not show it."));
        Map<String, String> named = new LinkedHashMap<>(there);
        named.keySet().retainAll(second.absent);
        named.values().removeIf(String::isEmpty);
        Lane lane = again.values().iterator().next().lane();
        boolean asked = named.isEmpty() || search.take(named, lane, second);
        findings.add(second);
        return asked;
    }

    /** See {@link ContactSearch#byKey}. */
    Optional<Map<String, String>> byKey(Collection<Due> members) {
        return search.byKey(members);
    }
}
