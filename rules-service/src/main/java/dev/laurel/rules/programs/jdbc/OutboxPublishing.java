package dev.laurel.rules.programs.jdbc;

import dev.laurel.outbox.Outbox;
import dev.laurel.outbox.OutboxRelay;
import dev.laurel.rules.programs.DocumentCheck;
import dev.laurel.rules.programs.Draft;
import dev.laurel.rules.programs.Drafts;
import dev.laurel.rules.programs.Findings;
import dev.laurel.rules.programs.ProgramVersion;
import dev.laurel.rules.programs.Publication;
import dev.laurel.rules.programs.Publication.Misjudged;
import dev.laurel.rules.programs.Publication.Nothing;
import dev.laurel.rules.programs.Publication.Published;
import dev.laurel.rules.programs.Publication.Refused;
import dev.laurel.rules.programs.Publication.Unchanged;
import dev.laurel.rules.programs.Publishing;
import dev.laurel.rules.programs.Revising;
import dev.laurel.rules.programs.document.CanonicalJson;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes in one transaction: the version's row, its record and the marks behind it, under the
 * program's lock. What it answers waits for the broker, outside of the transaction.
 */
final class OutboxPublishing implements Publishing {

    private final TransactionTemplate transaction;
    private final ProgramLock lock;
    private final Drafts drafts;
    private final JdbcVersions versions;
    private final DocumentCheck check;
    private final PublicationRecords records;
    private final Outbox outbox;
    private final OutboxRelay relay;
    private final Clock clock;
    private final Duration patience;

    /**
     * @param patience how long an answer waits for the broker
     */
    OutboxPublishing(
            TransactionTemplate transaction,
            ProgramLock lock,
            Drafts drafts,
            JdbcVersions versions,
            DocumentCheck check,
            PublicationRecords records,
            Outbox outbox,
            OutboxRelay relay,
            Clock clock,
            Duration patience) {
        this.transaction = transaction;
        this.lock = lock;
        this.drafts = drafts;
        this.versions = versions;
        this.check = check;
        this.records = records;
        this.outbox = outbox;
        this.relay = relay;
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public Publication publish(String program, Map<String, String> choices) {
        return awaitBroker(
                transaction.execute(status -> {
                    lock.take(program);
                    Optional<Draft> draft = drafts.find(program);
                    return draft.isEmpty()
                            ? new Nothing()
                            : make(program, draft.get().document(), null, choices);
                }));
    }

    @Override
    public Publication restore(String program, int version, Map<String, String> choices) {
        return awaitBroker(
                transaction.execute(status -> {
                    lock.take(program);
                    Optional<ProgramVersion> old = versions.find(program, version);
                    if (old.isEmpty()) {
                        return new Nothing();
                    }
                    Map<String, Object> document = old.get().document();
                    Publication made = make(program, document, version, choices);
                    if (made instanceof Published || made instanceof Unchanged) {
                        drafts.change(program, draft -> document);
                    }
                    return made;
                }));
    }

    private Publication make(
            String program,
            Map<String, Object> document,
            @Nullable Integer restoredFrom,
            Map<String, String> choices) {
        Findings findings = check.check(document);
        if (!findings.isValid()) {
            return new Refused(findings);
        }
        String hash = CanonicalJson.hash(document);
        Optional<ProgramVersion> live = versions.live(program);
        if (live.isPresent() && live.get().hash().equals(hash)) {
            return new Unchanged(live.get(), false);
        }
        Revising revising =
                Revising.of(live.map(ProgramVersion::document).orElse(Map.of()), document, choices);
        if (!revising.problems().isEmpty()) {
            return new Misjudged(revising.problems());
        }
        int number = live.map(version -> version.version() + 1).orElse(1);
        ProgramVersion version =
                new ProgramVersion(
                        program,
                        number,
                        hash,
                        clock.instant(),
                        restoredFrom,
                        document,
                        revising.next(
                                live.map(ProgramVersion::revisions).orElse(Map.of()), number));
        versions.add(version);
        outbox.append(records.of(version));
        return new Published(version, revising, false);
    }

    /** Also for what was there already: an earlier answer may have given up waiting. */
    private Publication awaitBroker(Publication made) {
        return switch (made) {
            case Published(ProgramVersion version, Revising revising, _) ->
                    new Published(version, revising, isRelayed());
            case Unchanged(ProgramVersion version, _) -> new Unchanged(version, isRelayed());
            case Refused refused -> refused;
            case Misjudged misjudged -> misjudged;
            case Nothing nothing -> nothing;
        };
    }

    private boolean isRelayed() {
        try {
            return relay.awaitRelayed(patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
