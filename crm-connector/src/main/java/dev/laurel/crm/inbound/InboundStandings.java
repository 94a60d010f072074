package dev.laurel.crm.inbound;

import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.inbound.InboundStanding.Aside;
import java.time.LocalDate;
import java.util.List;

/** How connections stand with what comes in. */
public interface InboundStandings {

    InboundStanding of(ConnectionId connection, LocalDate today);

    /** What is set aside, by subject and id, behind those given. */
    List<Aside> setAside(ConnectionId connection, String afterSubject, String afterId, int limit);
}
