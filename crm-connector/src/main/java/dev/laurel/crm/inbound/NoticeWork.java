package dev.laurel.crm.inbound;

import static java.util.stream.Collectors.partitioningBy;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.delivery.Calls;
import dev.laurel.crm.delivery.Lane;
import dev.laurel.crm.inbound.Arrival.Subject;
import dev.laurel.crm.vendor.Crm;
import dev.laurel.crm.vendor.Notice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes in what webhooks told: the contacts are read again, as nobody promises the order of
 * notices, and what the notices themselves say becomes events.
 */
final class NoticeWork {

    private static final int MOST = 200;

    private final ConnectionId connection;
    private final Map<String, String> events;
    private final Crm crm;
    private final Calls calls;
    private final Inbox inbox;
    private final Arrivals arrivals;
    private final Reception reception;
    private final EventBook book;
    private final Lateness lateness;
    private final Clock clock;

    NoticeWork(
            Connection connection,
            Crm crm,
            Calls calls,
            Inbox inbox,
            Arrivals arrivals,
            Reception reception,
            EventBook book,
            Lateness lateness,
            Clock clock) {
        this.connection = connection.id();
        this.events = connection.inbound().events();
        this.crm = crm;
        this.calls = calls;
        this.inbox = inbox;
        this.arrivals = arrivals;
        this.reception = reception;
        this.book = book;
        this.lateness = lateness;
        this.clock = clock;
    }

    /**
     * Takes in the oldest.
     *
     * @return why that can't be done now, {@code ""} when it is done
     */
    String take(Lane lane) {
        Set<String> contacts = new LinkedHashSet<>();
        List<Notice> notices = new ArrayList<>();
        for (Notice notice : inbox.waiting(connection, MOST)) {
            if (contacts.contains(notice.contact()) || contacts.size() < crm.largestBatch()) {
                contacts.add(notice.contact());
                notices.add(notice);
            }
        }
        if (notices.isEmpty()) {
            return "";
        }
        return Answers.resolve(
                calls.make(lane, () -> crm.read(List.copyOf(contacts), reception.wanted())),
                states -> take(notices, contacts, states));
    }

    private String take(
            List<Notice> notices, Set<String> contacts, Map<String, Map<String, String>> states) {
        List<ContactState> there = new ArrayList<>();
        List<Arrival> settled = new ArrayList<>();
        for (String contact : contacts) {
            Map<String, String> values = states.get(contact);
            if (values == null) {
                settled.add(new Arrival.Gone(contact));
            } else {
                there.add(new ContactState(contact, values));
            }
        }
        Optional<List<Arrival>> taken = reception.take(there);
        if (taken.isEmpty()) {
            return "The member service can't be asked.";
        }
        settled.addAll(taken.get());
        Map<String, Arrival> byContact = new HashMap<>();
        settled.forEach(it -> byContact.put(it.contact(), it));
        Optional<List<Arrival>> posted = post(notices, byContact);
        if (posted.isEmpty()) {
            return "Events can't be posted.";
        }
        settled.addAll(posted.get());
        notices.stream()
                .filter(it -> it.kind() == Notice.Kind.FORGOTTEN)
                .forEach(it -> settled.add(new Arrival.Forgotten(it.contact())));
        Instant now = clock.instant();
        arrivals.settle(connection, settled, now);
        inbox.taken(connection, notices.stream().map(Notice::id).toList(), now);
        return "";
    }

    private Optional<List<Arrival>> post(List<Notice> notices, Map<String, Arrival> byContact) {
        List<Arrival> settled = new ArrayList<>();
        Map<String, MemberEvent> made = new LinkedHashMap<>();
        for (Notice notice : notices) {
            String type = events.get(notice.field());
            if (type == null || notice.kind() != Notice.Kind.CHANGED) {
                continue;
            }
            switch (byContact.get(notice.contact())) {
                case Arrival.Known known -> {
                    if (Identity.isSaidBy(notice.value())) {
                        settled.add(aside(notice, false, Identity.refusal(notice.field())));
                    } else {
                        made.put(notice.id(), event(notice, type, known.member()));
                    }
                }
                case Arrival.SetAside aside ->
                        settled.add(aside(notice, aside.unlinked(), aside.reason()));
                case Arrival.Unassigned(Arrival.SetAside aside) ->
                        settled.add(aside(notice, aside.unlinked(), aside.reason()));
                case Arrival.Claimed claimed ->
                        settled.add(
                                aside(
                                        notice,
                                        false,
                                        Arrival.SetAside.another(claimed.contact()).reason()));
                case null -> {}
                // There is nobody whom it could be about.
                case Arrival.Withheld _,
                        Arrival.Gone _,
                        Arrival.Posted _,
                        Arrival.Forgotten _,
                        Arrival.Missing _ -> {}
            }
        }
        return post(made.values())
                .map(reasons -> {
                    for (Notice notice : notices) {
                        String reason = reasons.get(notice.id());
                        if (reason != null) {
                            settled.add(aside(notice, false, reason));
                        } else if (made.containsKey(notice.id())) {
                            settled.add(
                                    new Arrival.Posted(
                                            Subject.CHANGE, notice.id(), notice.contact()));
                        }
                    }
                    return settled;
                });
    }

    /**
     * What waited for long is history: otherwise it would be taken and then not count, as it is too
     * late. Half of what may be late, so that nothing gets too late on its way.
     *
     * @return why some were not taken, by id; nothing at all when they can't be posted right now
     */
    private Optional<Map<String, String>> post(Collection<MemberEvent> events) {
        Duration young = lateness.of(connection.program()).dividedBy(2);
        Instant since = clock.instant().minus(young);
        Map<Boolean, List<MemberEvent>> byAge =
                events.stream().collect(partitioningBy(it -> it.time().isBefore(since)));
        Map<String, String> refused = new HashMap<>();
        for (Map.Entry<Boolean, List<MemberEvent>> each : byAge.entrySet()) {
            if (!each.getValue().isEmpty()) {
                Optional<Map<String, String>> some =
                        book.post(connection.program(), each.getValue(), each.getKey());
                if (some.isEmpty()) {
                    return some;
                }
                refused.putAll(some.get());
            }
        }
        return Optional.of(refused);
    }

    private MemberEvent event(Notice notice, String type, String member) {
        return new MemberEvent(
                notice.id(),
                "/crm-connections/" + connection.name(),
                type,
                member,
                notice.at(),
                Map.of("field", notice.field(), "value", notice.value()));
    }

    private static Arrival aside(Notice notice, boolean unlinked, String reason) {
        return new Arrival.SetAside(
                Subject.CHANGE, notice.id(), notice.contact(), unlinked, reason, null);
    }
}
