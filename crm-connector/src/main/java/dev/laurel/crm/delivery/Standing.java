package dev.laurel.crm.delivery;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How deliveries of a connection stand.
 *
 * @param condition how the connection is, by the instance that serves it
 * @param catchingUp whether news from before the connection are still to be taken in, so that more
 *     members will be pending
 * @param pending members with changes that the CRM does not know, by lane
 * @param oldest when the longest waiting of these changes came, {@code null} for none
 * @param linked members that have a contact
 * @param unlinked members without one, by reason
 * @param withheld of those with a contact, the members who may not be written
 * @param failures members whose data the CRM does not take, by the vendor's code
 * @param drifted members whose contact was found to be another than it is to be
 * @param calls calls of this UTC day
 * @param written records written by them
 */
public record Standing(
        Condition condition,
        boolean catchingUp,
        Map<Lane, Long> pending,
        @Nullable Instant oldest,
        long linked,
        Map<String, Long> unlinked,
        long withheld,
        Map<String, Long> failures,
        long drifted,
        long calls,
        long written) {}
