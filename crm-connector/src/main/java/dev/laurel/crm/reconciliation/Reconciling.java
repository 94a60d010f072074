package dev.laurel.crm.reconciliation;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.consent.Consents;
import dev.laurel.crm.delivery.Backoff;
import dev.laurel.crm.delivery.Calls;
import dev.laurel.crm.delivery.Chore;
import dev.laurel.crm.delivery.Chores;
import dev.laurel.crm.delivery.Deliveries;
import dev.laurel.crm.profiles.Profiles;
import dev.laurel.crm.vendor.Crm;
import java.time.Clock;

/** Has contacts of every connection compared, when somebody asked for it. */
public final class Reconciling implements Chores {

    private final ReconciliationChore.Stores stores;
    private final Backoff backoff;
    private final Clock clock;

    public Reconciling(
            Reconciliations reconciliations,
            Deliveries deliveries,
            Profiles profiles,
            Consents consents,
            Backoff backoff,
            Clock clock) {
        this.stores =
                new ReconciliationChore.Stores(reconciliations, deliveries, profiles, consents);
        this.backoff = backoff;
        this.clock = clock;
    }

    @Override
    public Chore of(Connection connection, Crm crm, Calls calls) {
        return new ReconciliationChore(connection, crm, calls, stores, backoff, clock);
    }
}
