package dev.laurel.crm.connections;

import java.time.Duration;

/**
 * How much a connection may ask of its CRM; the vendor's own limits are often shared with others.
 *
 * @param callsPerDay in a UTC day
 * @param callsPerWindow in any window
 * @param window how long that is
 * @param concurrency calls under way at once, at most
 */
public record Quota(int callsPerDay, int callsPerWindow, Duration window, int concurrency) {

    /** Well within what the smallest edition of each CRM allows. */
    public static Quota of(CrmKind kind) {
        return switch (kind) {
            case HUBSPOT -> new Quota(200_000, 60, Duration.ofSeconds(10), 3);
            case SALESFORCE -> new Quota(15_000, 200, Duration.ofSeconds(20), 4);
            case DYNAMICS -> new Quota(20_000, 3_000, Duration.ofMinutes(5), 8);
        };
    }
}
