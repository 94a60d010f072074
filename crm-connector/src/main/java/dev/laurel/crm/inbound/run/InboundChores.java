package dev.laurel.crm.inbound.run;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.consent.Consents;
import dev.laurel.crm.delivery.Backoff;
import dev.laurel.crm.delivery.Calls;
import dev.laurel.crm.delivery.Chore;
import dev.laurel.crm.delivery.Chores;
import dev.laurel.crm.delivery.Rhythm;
import dev.laurel.crm.inbound.Arrivals;
import dev.laurel.crm.inbound.EventBook;
import dev.laurel.crm.inbound.Imports;
import dev.laurel.crm.inbound.Inbounds;
import dev.laurel.crm.inbound.Inbox;
import dev.laurel.crm.inbound.MemberBook;
import dev.laurel.crm.programs.Programs;
import dev.laurel.crm.vendor.Crm;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/** Every connection's inbound work, for those that take anything in. */
@Component
class InboundChores implements Chores {

    private static final Duration LONGEST_REST = Duration.ofMinutes(5);

    private final Arrivals arrivals;
    private final Inbounds inbounds;

    InboundChores(
            Inbox inbox,
            Imports imports,
            Arrivals arrivals,
            Consents consents,
            MemberBook members,
            EventBook events,
            Programs programs,
            Rhythm rhythm,
            Clock clock) {
        this.arrivals = arrivals;
        this.inbounds =
                new Inbounds(
                        inbox,
                        imports,
                        arrivals,
                        consents,
                        members,
                        events,
                        programs::lateness,
                        new Backoff(
                                rhythm.firstRetry(),
                                LONGEST_REST,
                                () -> ThreadLocalRandom.current().nextDouble()),
                        clock);
    }

    @Override
    public Chore of(Connection connection, Crm crm, Calls calls) {
        if (connection.inbound().isWanted()) {
            return inbounds.of(connection, crm, calls);
        }
        arrivals.stop(connection.id());
        return Chore.NONE;
    }
}
