package dev.laurel.crm.delivery;

import static java.util.stream.Collectors.toSet;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.consent.Consent;
import dev.laurel.crm.consent.Consents;
import dev.laurel.crm.mapping.FieldValue;
import dev.laurel.crm.profiles.Profile;
import dev.laurel.crm.profiles.Profiles;
import dev.laurel.crm.vendor.Crm;
import dev.laurel.crm.vendor.Write;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Delivers one batch of members: links those that are not, sends what differs, books it. Who does
 * not consent is not written, and what was written is cleared.
 */
public final class Errand {

    private final Connection connection;
    private final Crm crm;
    private final Calls calls;
    private final Deliveries deliveries;
    private final Profiles profiles;
    private final Consents consents;
    private final Linker linker;
    private final Writer writer;
    private final Backoff backoff;
    private final Clock clock;

    public Errand(
            Connection connection,
            Crm crm,
            Calls calls,
            Deliveries deliveries,
            Profiles profiles,
            Consents consents,
            ContactBook book,
            Backoff backoff,
            Clock clock) {
        this.connection = connection;
        this.crm = crm;
        this.calls = calls;
        this.deliveries = deliveries;
        this.profiles = profiles;
        this.consents = consents;
        this.linker = new Linker(connection, crm, calls, deliveries, book, clock);
        this.writer = new Writer(crm, calls, backoff, clock);
        this.backoff = backoff;
        this.clock = clock;
    }

    /** How many members one errand has, at most. */
    public int members() {
        return crm.largestBatch();
    }

    /** How many members one errand has that counts for no more than so many calls; at least one. */
    int members(long calls) {
        int members = members();
        while (members > 1 && weight(members) > calls) {
            members--;
        }
        return members;
    }

    /** For how many calls the write of an errand of so many members counts. */
    int weight(int members) {
        return crm.weight(members);
    }

    /** Whether a call counts for the same however many members it has. */
    boolean isRoomFree() {
        return weight(members()) == weight(1);
    }

    /**
     * Delivers a batch. What it calls is one piece of work: a link that was looked for is used, and
     * not put off until the day's plan has another call.
     *
     * @param batch each member once; nobody else is to deliver them meanwhile
     * @return how each ended, which is booked already
     */
    public List<Settlement> run(List<Due> batch) {
        return calls.asOne(() -> deliver(batch));
    }

    private List<Settlement> deliver(List<Due> batch) {
        ConnectionId id = connection.id();
        List<String> members = batch.stream().map(Due::member).toList();
        Map<String, Profile> known = profiles.find(id.program(), members);
        Map<String, Link> links = new HashMap<>(deliveries.links(id, members));
        Map<String, Consent> said = consents.of(id.program(), members);
        List<Settlement> ended = new ArrayList<>();
        List<Writer.Job> jobs = new ArrayList<>();
        List<Due> told = new ArrayList<>();
        List<Due> lost = new ArrayList<>();
        for (Due due : batch) {
            Consent consent = said.getOrDefault(due.member(), Consent.UNSAID);
            Link link = links.getOrDefault(due.member(), Link.NONE);
            if (consent.isToBeCleared() && link.contact() == null && link.written()) {
                lost.add(due);
            } else if (consent != Consent.GIVEN) {
                withhold(due, consent, link.contact(), jobs, ended);
            } else if (known.containsKey(due.member())) {
                told.add(due);
            } else {
                ended.add(new Settlement.Delivered(due, Map.of(), false));
            }
        }
        clearLost(lost, said, jobs, ended);
        Set<String> linked = linked(links);
        linker.link(told, links, ended);
        // What changed until a contact was found was nobody's work, see ProfileWatch.
        Map<String, Profile> current =
                linked(links).equals(linked) ? known : profiles.find(id.program(), members);
        for (Due due : told) {
            Link link = links.get(due.member());
            Profile profile = current.get(due.member());
            if (link != null && link.contact() != null && profile != null) {
                plan(due, profile, link, link.contact(), jobs, ended);
            }
        }
        if (!jobs.isEmpty()) {
            deliveries.doubt(
                    id, jobs.stream().map(job -> job.due().member()).toList(), clock.instant());
            for (List<Writer.Job> some : batches(jobs)) {
                ended.addAll(writer.send(some));
            }
        }
        deliveries.settle(id, ended, clock.instant());
        return ended;
    }

    private static Set<String> linked(Map<String, Link> links) {
        return links.entrySet().stream()
                .filter(it -> it.getValue().contact() != null)
                .map(Map.Entry::getKey)
                .collect(toSet());
    }

    private void withhold(
            Due due,
            Consent consent,
            @Nullable String contact,
            List<Writer.Job> jobs,
            List<Settlement> ended) {
        if (!consent.isToBeCleared()) {
            ended.add(new Settlement.Withheld(due, consent.reason()));
        } else if (contact == null) {
            ended.add(new Settlement.Cleared(due, null, consent.reason()));
        } else {
            Write write = new Write(due.member(), contact, connection.mapping().nothing());
            jobs.add(Writer.Job.clearing(due, write, consent.reason()));
        }
    }

    /**
     * What was written into contacts that are gone may be in others now, which have our key then.
     */
    private void clearLost(
            List<Due> lost,
            Map<String, Consent> said,
            List<Writer.Job> jobs,
            List<Settlement> ended) {
        if (lost.isEmpty()) {
            return;
        }
        Optional<Map<String, String>> heirs = linker.byKey(lost);
        if (heirs.isEmpty()) {
            lost.forEach(due -> ended.add(new Settlement.Postponed(due)));
            return;
        }
        Set<String> others = overwrite(heirs.get());
        for (Due due : lost) {
            String heir = heirs.get().get(due.member());
            if (heir != null && others.contains(heir)) {
                ended.add(
                        new Settlement.Retry(
                                due,
                                clock.instant().plus(backoff.after(due.attempts() + 1)),
                                "What was written is in another member's contact."));
            } else {
                withhold(due, said.getOrDefault(due.member(), Consent.UNSAID), heir, jobs, ended);
            }
        }
    }

    /**
     * What such a contact has that is another member's as well is that one's again once everything
     * is sent, our key with it: until then it is looked for. Members who don't consent are sent
     * nothing, so that theirs are cleared like anybody's.
     *
     * @param heirs contacts by the member who is looked for
     * @return the contacts that are overwritten
     */
    private Set<String> overwrite(Map<String, String> heirs) {
        ConnectionId id = connection.id();
        Map<String, String> holders = new HashMap<>(deliveries.holders(id, heirs.values()));
        holders.values().removeAll(heirs.keySet());
        deliveries.overwrite(id, holders.values(), clock.instant());
        Map<String, Consent> said = consents.of(id.program(), holders.values());
        holders.values().removeIf(it -> said.get(it) != Consent.GIVEN);
        return Set.copyOf(holders.keySet());
    }

    private void plan(
            Due due,
            Profile profile,
            Link link,
            String contact,
            List<Writer.Job> jobs,
            List<Settlement> ended) {
        List<FieldValue> values =
                link.isSettled()
                        ? connection.mapping().changes(profile, link.known())
                        : connection.mapping().everything(profile);
        if (values.isEmpty()) {
            ended.add(new Settlement.Delivered(due, link.known(), false));
        } else {
            Map<String, String> after = new HashMap<>(link.known());
            values.forEach(it -> after.put(it.target(), it.text()));
            jobs.add(Writer.Job.enriching(due, new Write(due.member(), contact, values), after));
        }
    }

    /** What failed several times goes in a small batch of its own, so that it holds up few. */
    private List<List<Writer.Job>> batches(List<Writer.Job> jobs) {
        List<List<Writer.Job>> batches = new ArrayList<>();
        List<Writer.Job> sound = new ArrayList<>();
        for (Writer.Job job : jobs) {
            if (job.due().attempts() < Writer.MOST_ATTEMPTS / 2) {
                sound.add(job);
            } else {
                batches.add(List.of(job));
            }
        }
        for (int from = 0; from < sound.size(); from += crm.largestBatch()) {
            batches.add(sound.subList(from, Math.min(sound.size(), from + crm.largestBatch())));
        }
        return batches;
    }
}
