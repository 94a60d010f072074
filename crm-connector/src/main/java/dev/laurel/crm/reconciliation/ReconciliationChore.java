package dev.laurel.crm.reconciliation;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.consent.Consent;
import dev.laurel.crm.consent.Consents;
import dev.laurel.crm.delivery.Backoff;
import dev.laurel.crm.delivery.Calls;
import dev.laurel.crm.delivery.Chore;
import dev.laurel.crm.delivery.Deliveries;
import dev.laurel.crm.delivery.Lane;
import dev.laurel.crm.delivery.Link;
import dev.laurel.crm.delivery.Rest;
import dev.laurel.crm.mapping.MappedField;
import dev.laurel.crm.profiles.Profile;
import dev.laurel.crm.profiles.Profiles;
import dev.laurel.crm.reconciliation.Finding.Difference;
import dev.laurel.crm.setup.Provisioning;
import dev.laurel.crm.vendor.Answer;
import dev.laurel.crm.vendor.Crm;
import dev.laurel.crm.vendor.FieldSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares one batch of contacts at a time, behind everything else. Of a member who changes
 * meanwhile nothing is said: what is known of the contact is looked at before it is read and after.
 */
final class ReconciliationChore implements Chore {

    private final Connection connection;
    private final List<FieldSpec> wanted;
    private final Crm crm;
    private final Calls calls;
    private final Stores stores;
    private final Rest rest;
    private final Clock clock;

    ReconciliationChore(
            Connection connection,
            Crm crm,
            Calls calls,
            Stores stores,
            Backoff backoff,
            Clock clock) {
        this.connection = connection;
        this.wanted = Provisioning.wanted(connection);
        this.crm = crm;
        this.calls = calls;
        this.stores = stores;
        this.rest = new Rest(backoff, clock);
        this.clock = clock;
    }

    /** Where it is kept what is to be and what is known to be. */
    record Stores(
            Reconciliations reconciliations,
            Deliveries deliveries,
            Profiles profiles,
            Consents consents) {}

    @Override
    public Optional<Lane> due(Instant now) {
        return rest.isOver(now) && stores.reconciliations().isDue(connection.id())
                ? Optional.of(Lane.BULK)
                : Optional.empty();
    }

    @Override
    public void step(Lane lane) {
        boolean done = false;
        try {
            done = compare(lane);
        } finally {
            if (done) {
                rest.end();
            } else {
                rest.begin();
            }
        }
    }

    /** Compares some; {@code false} when the CRM does not let that be done now. */
    private boolean compare(Lane lane) {
        ConnectionId id = connection.id();
        List<String> members = stores.reconciliations().left(id, crm.largestBatch());
        Map<String, Settled> before = settled(members);
        Map<String, Map<String, String>> theirs = Map.of();
        if (!before.isEmpty()) {
            List<String> contacts = before.values().stream().map(Settled::contact).toList();
            Answer<Map<String, Map<String, String>>> answer =
                    calls.make(lane, () -> crm.read(contacts, wanted));
            if (!(answer instanceof Answer.Given<Map<String, Map<String, String>>> given)) {
                stores.reconciliations().trouble(id, reason(answer));
                return false;
            }
            theirs = given.value();
        }
        Map<String, Settled> after = settled(before.keySet());
        List<Finding> findings = new ArrayList<>();
        for (String member : members) {
            Settled settled = before.get(member);
            findings.add(
                    settled == null || !settled.equals(after.get(member))
                            ? new Finding.Skipped(member)
                            : settled.compared(theirs.get(settled.contact())));
        }
        stores.reconciliations().book(id, findings, clock.instant());
        return true;
    }

    private static String reason(Answer<?> answer) {
        return switch (answer) {
            case Answer.Given<?> _ -> "";
            case Answer.Rejected<?> rejected -> rejected.refusal().message();
            case Answer.Throttled<?> throttled -> throttled.reason();
            case Answer.Failed<?> failed -> failed.reason();
            case Answer.Denied<?> denied -> denied.reason();
        };
    }

    /** What contacts are to be, of those members with whom nothing is on its way. */
    private Map<String, Settled> settled(Collection<String> members) {
        ConnectionId id = connection.id();
        Map<String, Consent> consents = stores.consents().of(id.program(), members);
        Map<String, Link> links = stores.deliveries().links(id, members);
        Map<String, Profile> profiles = stores.profiles().find(id.program(), members);
        Map<String, Settled> settled = new HashMap<>();
        for (String member : stores.reconciliations().settled(id, members)) {
            Link link = links.getOrDefault(member, Link.NONE);
            Profile profile = profiles.get(member);
            String contact = link.contact();
            if (contact != null
                    && profile != null
                    && !link.doubtful()
                    && consents.get(member) == Consent.GIVEN) {
                settled.put(member, new Settled(member, contact, expected(profile, link)));
            }
        }
        return settled;
    }

    /** What goes along with others only is what was sent last. */
    private Map<String, String> expected(Profile profile, Link link) {
        Map<String, String> expected = new HashMap<>();
        expected.put(connection.mapping().key(), profile.member().id());
        for (MappedField each : connection.mapping().fields()) {
            String value = each.field().text(profile);
            expected.put(
                    each.target(),
                    each.field().isNews()
                            ? value
                            : link.known().getOrDefault(each.target(), value));
        }
        return expected;
    }

    private record Settled(String member, String contact, Map<String, String> expected) {

        private Finding compared(@Nullable Map<String, String> theirs) {
            if (theirs == null) {
                return new Finding.Gone(member, contact);
            }
            List<Difference> differences = new ArrayList<>();
            expected.forEach((field, value) -> {
                String found = theirs.getOrDefault(field, "");
                if (!found.equals(value) && !isSameSecond(found, value)) {
                    differences.add(new Difference(field, value, found));
                }
            });
            return differences.isEmpty()
                    ? new Finding.Same(member)
                    : new Finding.Different(member, contact, differences);
        }

        /** Dataverse keeps times without fractions of seconds. */
        private static boolean isSameSecond(String one, String other) {
            try {
                return Instant.parse(one).getEpochSecond() == Instant.parse(other).getEpochSecond();
            } catch (DateTimeParseException _) {
                return false;
            }
        }
    }
}
