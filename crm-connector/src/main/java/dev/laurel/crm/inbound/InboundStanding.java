package dev.laurel.crm.inbound;

import dev.laurel.crm.inbound.Arrival.Subject;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a connection stands with what comes in.
 *
 * @param waiting notices that are still to be taken in
 * @param oldest when the oldest of them came, {@code null} for none
 * @param setAside what waits for somebody
 * @param trouble why nothing can be taken in, {@code ""} when it can
 * @param today what came in on this UTC day, by what became of it
 */
public record InboundStanding(
        long waiting,
        @Nullable Instant oldest,
        long setAside,
        String trouble,
        Map<String, Long> today) {

    /**
     * What could not be taken in.
     *
     * @param id of a contact, a notice or a purchase
     * @param member of whom a request to be forgotten is, as far as that is known
     */
    public record Aside(
            Subject subject,
            String id,
            String contact,
            @Nullable String member,
            String reason,
            Instant since) {}
}
