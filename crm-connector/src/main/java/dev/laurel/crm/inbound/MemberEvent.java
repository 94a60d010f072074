package dev.laurel.crm.inbound;

import java.time.Instant;
import java.util.Map;

/**
 * An event of a member that came to be in a CRM.
 *
 * @param id the same however often it comes
 * @param source where it comes from, a part of its identity
 */
public record MemberEvent(
        String id,
        String source,
        String type,
        String member,
        Instant time,
        Map<String, Object> data) {}
