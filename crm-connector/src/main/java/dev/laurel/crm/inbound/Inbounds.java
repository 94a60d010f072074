package dev.laurel.crm.inbound;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.consent.Consents;
import dev.laurel.crm.delivery.Backoff;
import dev.laurel.crm.delivery.Calls;
import dev.laurel.crm.delivery.Chore;
import dev.laurel.crm.vendor.Crm;
import java.time.Clock;

/** Makes what takes in the changes of a connection. */
public record Inbounds(
        Inbox inbox,
        Imports imports,
        Arrivals arrivals,
        Consents consents,
        MemberBook members,
        EventBook events,
        Lateness lateness,
        Backoff backoff,
        Clock clock) {

    public Chore of(Connection connection, Crm crm, Calls calls) {
        Reception reception = new Reception(connection, arrivals, consents, members);
        Purchases purchases = new Purchases(connection.id(), arrivals, consents, events);
        return new InboundChore(
                connection.id(),
                inbox,
                arrivals,
                new NoticeWork(
                        connection,
                        crm,
                        calls,
                        inbox,
                        arrivals,
                        reception,
                        events,
                        lateness,
                        clock),
                new ImportWork(
                        connection, crm, calls, imports, arrivals, reception, purchases, clock),
                new AsideWork(connection, crm, calls, arrivals, purchases, clock),
                backoff,
                clock);
    }
}
