package dev.laurel.crm.inbound;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.connections.Inbound;
import dev.laurel.crm.delivery.Calls;
import dev.laurel.crm.delivery.Lane;
import dev.laurel.crm.inbound.ImportRun.State;
import dev.laurel.crm.vendor.Answer;
import dev.laurel.crm.vendor.ContactRecord;
import dev.laurel.crm.vendor.Crm;
import dev.laurel.crm.vendor.Fetched;
import dev.laurel.crm.vendor.Place;
import dev.laurel.crm.vendor.PurchaseRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Fetches what changed, page by page. The place is kept only once a page is taken in: whatever ends
 * in the middle of one is done again, and everything that is done may be done again.
 */
final class ImportWork {

    private final ConnectionId connection;
    private final Inbound inbound;
    private final Crm crm;
    private final Calls calls;
    private final Imports imports;
    private final Arrivals arrivals;
    private final Reception reception;
    private final Purchases purchases;
    private final Clock clock;

    ImportWork(
            Connection connection,
            Crm crm,
            Calls calls,
            Imports imports,
            Arrivals arrivals,
            Reception reception,
            Purchases purchases,
            Clock clock) {
        this.connection = connection.id();
        this.inbound = connection.inbound();
        this.crm = crm;
        this.calls = calls;
        this.imports = imports;
        this.arrivals = arrivals;
        this.reception = reception;
        this.purchases = purchases;
        this.clock = clock;
    }

    /** Whether there is a page to fetch; starts an import when it is time for one. */
    boolean isDue(Instant now) {
        ImportRun run = imports.find(connection).orElse(null);
        if (run != null && run.state() == State.RUNNING) {
            return true;
        }
        Duration every = inbound.every();
        if (every == null || (run != null && endOf(run).plus(every).isAfter(now))) {
            return false;
        }
        imports.start(connection, false, now);
        return true;
    }

    private static Instant endOf(ImportRun run) {
        Instant end = run.endedAt();
        return end == null ? run.startedAt() : end;
    }

    /** Where an import begins that has seen everything up to a time. */
    static Place beginning(Instant seen) {
        return seen.isAfter(Instant.EPOCH)
                ? Place.from(seen.minus(ImportRun.OVERLAP))
                : Place.BEGINNING;
    }

    /**
     * Takes in a page.
     *
     * @return why that can't be done now, {@code ""} when it is done
     */
    String take(Lane lane) {
        ImportRun run = imports.find(connection).orElse(null);
        if (run == null || run.state() != State.RUNNING) {
            return "";
        }
        return switch (run.stage()) {
            case CONTACTS ->
                    fetch(
                            lane,
                            run,
                            () -> crm.contactsFrom(run.place(), reception.wanted()),
                            page -> contacts(run, page));
            case PURCHASES -> {
                Inbound.Purchases wanted = inbound.purchases();
                if (wanted == null) {
                    // Somebody changed the connection meanwhile.
                    imports.advance(connection, run, run.ended(clock.instant()));
                    yield "";
                }
                List<String> fields = wanted.fields().stream().map(it -> it.source()).toList();
                yield fetch(
                        lane,
                        run,
                        () -> crm.purchasesFrom(run.place(), fields),
                        page -> purchases(run, wanted, page));
            }
        };
    }

    private <T> String fetch(
            Lane lane,
            ImportRun run,
            Supplier<Answer<Fetched<T>>> call,
            Function<Fetched<T>, String> next) {
        Answer<Fetched<T>> answer = calls.make(lane, call);
        if (answer instanceof Answer.Rejected<Fetched<T>> && !run.place().mark().isEmpty()) {
            // What the vendor gave to go on with may be too old by now.
            imports.advance(connection, run, at(run, Place.from(run.place().modified())));
        }
        return Answers.resolve(answer, next);
    }

    private static ImportRun at(ImportRun run, Place place) {
        return switch (run.stage()) {
            case CONTACTS -> run.afterContacts(0, place);
            case PURCHASES -> run.afterPurchases(0, place);
        };
    }

    private String contacts(ImportRun run, Fetched<ContactRecord> page) {
        Map<String, ContactState> states = new LinkedHashMap<>();
        page.records().forEach(it -> states.put(it.id(), new ContactState(it.id(), it.values())));
        Optional<List<Arrival>> taken = reception.take(states.values());
        if (taken.isEmpty()) {
            return "The member service can't be asked.";
        }
        ImportRun after = run.afterContacts(page.records().size(), page.next());
        settle(taken.get());
        if (page.atEnd()) {
            after =
                    inbound.purchases() == null
                            ? after.ended(clock.instant())
                            : after.withAllContacts(beginning(run.purchasesSeen()));
        }
        imports.advance(connection, run, after);
        return "";
    }

    private String purchases(
            ImportRun run, Inbound.Purchases wanted, Fetched<PurchaseRecord> page) {
        Map<String, PurchaseRecord> records = new LinkedHashMap<>();
        page.records().forEach(it -> records.put(it.id(), it));
        Optional<List<Arrival>> taken = purchases.take(wanted, records.values());
        if (taken.isEmpty()) {
            return "Events can't be posted.";
        }
        ImportRun after = run.afterPurchases(page.records().size(), page.next());
        settle(taken.get());
        imports.advance(connection, run, page.atEnd() ? after.ended(clock.instant()) : after);
        return "";
    }

    private void settle(Collection<Arrival> settled) {
        arrivals.settle(connection, List.copyOf(settled), clock.instant());
    }
}
