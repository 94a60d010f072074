package dev.laurel.members.registry.jdbc;

import dev.laurel.members.registry.Amendment;
import dev.laurel.members.registry.ConsentChange;
import dev.laurel.members.registry.Contact;
import dev.laurel.members.registry.MemberId;
import dev.laurel.members.registry.Members;
import dev.laurel.members.registry.Registration;
import dev.laurel.outbox.Outbox;
import dev.laurel.outbox.OutboxRelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes members in one transaction: under the locks of their rows, with their history and their
 * records for the topic.
 */
@Component
class JdbcMembers implements Members {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final MemberTable table;
    private final ConsentTable consents;
    private final MemberRecords records;
    private final Outbox outbox;
    private final OutboxRelay relay;
    private final TransactionTemplate transaction;
    private final Clock clock;

    JdbcMembers(
            MemberTable table,
            ConsentTable consents,
            MemberRecords records,
            Outbox outbox,
            OutboxRelay relay,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.table = table;
        this.consents = consents;
        this.records = records;
        this.outbox = outbox;
        this.relay = relay;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public Optional<Registration> find(MemberId id) {
        return table.find(id);
    }

    @Override
    public Map<String, Contact> contacts(String program, Collection<String> members) {
        return table.contacts(program, members);
    }

    @Override
    public Map<String, String> displayNames(String program, Collection<String> members) {
        return table.displayNames(program, members);
    }

    @Override
    public List<ConsentChange> consentHistory(
            MemberId id, long beforeRevision, String beforeName, int limit) {
        return consents.history(id, beforeRevision, beforeName, limit);
    }

    @Override
    public Changed change(MemberId id, Amendment amendment) {
        return Objects.requireNonNull(
                        transaction.execute(_ -> apply(List.of(new Change(id, amendment)))))
                .getFirst();
    }

    @Override
    public List<Changed> changeAll(List<Change> changes) {
        return changes.isEmpty()
                ? List.of()
                : Objects.requireNonNull(transaction.execute(_ -> apply(changes)));
    }

    private List<Changed> apply(List<Change> changes) {
        Map<MemberId, Registration> kept =
                table.lock(new TreeSet<>(changes.stream().map(Change::id).toList()));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Map<MemberId, Changed> changed = new LinkedHashMap<>();
        for (Change change : changes) {
            Registration before = Objects.requireNonNull(kept.get(change.id()));
            Changed until = changed.getOrDefault(change.id(), new Changed(before, before));
            // Several changes of one batch are one revision.
            Registration after =
                    change.amendment().apply(until.after(), now).following(before, now);
            changed.put(change.id(), new Changed(before, after));
        }
        store(
                changed.values().stream()
                        .filter(it -> it.after().revision() > it.before().revision())
                        .toList());
        return new ArrayList<>(changed.values());
    }

    private void store(List<Changed> changed) {
        if (changed.isEmpty()) {
            return;
        }
        table.write(changed.stream().map(Changed::after).toList());
        consents.note(changed);
        List<Registration> reachable =
                changed.stream()
                        .filter(it -> !it.after().contact().equals(it.before().contact()))
                        .map(Changed::after)
                        .toList();
        if (!reachable.isEmpty()) {
            table.writeContacts(reachable);
        }
        outbox.append(
                changed.stream()
                        .filter(it -> !it.after().profile().equals(it.before().profile()))
                        .map(it -> records.of(it.after()))
                        .toList());
    }

    @Override
    public boolean awaitAnnounced() {
        try {
            return relay.awaitRelayed(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
