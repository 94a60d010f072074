package dev.laurel.crm.inbound;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.Inbound;
import dev.laurel.crm.vendor.Notice;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Keeps what webhooks told, and only what says something: no field goes both ways, so that a change
 * of a field that is not taken in is our own, or nothing that was asked for.
 */
public final class Doorbell {

    private final Inbox inbox;

    public Doorbell(Inbox inbox) {
        this.inbox = inbox;
    }

    /** Returns once it is kept. */
    public void ring(Connection connection, List<Notice> told, Instant now) {
        Inbound inbound = connection.inbound();
        Set<String> watched = inbound.watched();
        List<Notice> news =
                told.stream()
                        .filter(it -> it.field().isEmpty() || watched.contains(it.field()))
                        .filter(_ -> inbound.isWanted())
                        .toList();
        inbox.receive(connection.id(), news, told.size() - news.size(), now);
    }
}
