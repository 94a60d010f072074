package dev.laurel.crm.inbound;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.connections.Inbound;
import dev.laurel.crm.delivery.Calls;
import dev.laurel.crm.delivery.Lane;
import dev.laurel.crm.inbound.Arrivals.Aside;
import dev.laurel.crm.vendor.Answer;
import dev.laurel.crm.vendor.Crm;
import dev.laurel.crm.vendor.PurchaseRecord;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads purchases again that are set aside, by their ids: the place up to which imports have seen
 * purchases stays where it is. What is done may be done again.
 */
final class AsideWork {

    private final ConnectionId connection;
    private final Inbound inbound;
    private final Crm crm;
    private final Calls calls;
    private final Arrivals arrivals;
    private final Purchases purchases;
    private final Clock clock;

    AsideWork(
            Connection connection,
            Crm crm,
            Calls calls,
            Arrivals arrivals,
            Purchases purchases,
            Clock clock) {
        this.connection = connection.id();
        this.inbound = connection.inbound();
        this.crm = crm;
        this.calls = calls;
        this.arrivals = arrivals;
        this.purchases = purchases;
        this.clock = clock;
    }

    /** Whether there is something to read. */
    boolean isDue() {
        return inbound.purchases() != null && !arrivals.again(connection, 1).isEmpty();
    }

    /**
     * Reads some.
     *
     * @return why that can't be done now, {@code ""} when it is done
     */
    String take(Lane lane) {
        Inbound.Purchases wanted = inbound.purchases();
        List<Aside> asked = arrivals.again(connection, crm.largestBatch());
        if (wanted == null || asked.isEmpty()) {
            return "";
        }
        List<String> ids = asked.stream().map(Aside::id).toList();
        List<String> fields = wanted.fields().stream().map(it -> it.source()).toList();
        Answer<List<PurchaseRecord>> answer = calls.make(lane, () -> crm.purchases(ids, fields));
        if (answer instanceof Answer.Rejected<List<PurchaseRecord>>) {
            // Asked again it would be refused again, and everything else would wait for it.
            arrivals.looked(connection, ids);
        }
        return Answers.resolve(answer, found -> take(wanted, asked, found));
    }

    private String take(Inbound.Purchases wanted, List<Aside> asked, List<PurchaseRecord> found) {
        Optional<List<Arrival>> taken = purchases.take(wanted, found);
        if (taken.isEmpty()) {
            return "Events can't be posted.";
        }
        Set<String> there = found.stream().map(PurchaseRecord::id).collect(Collectors.toSet());
        List<Arrival> settled = new ArrayList<>(taken.get());
        asked.stream()
                .filter(it -> !there.contains(it.id()))
                .map(it -> new Arrival.Missing(Arrival.Subject.PURCHASE, it.id(), it.contact()))
                .forEach(settled::add);
        arrivals.settle(connection, settled, clock.instant());
        arrivals.looked(connection, asked.stream().map(Aside::id).toList());
        return "";
    }
}
