package dev.laurel.crm.vendor;

import java.time.Instant;

/**
 * A place in a CRM's records, in the order of their last change.
 *
 * @param modified the last change that was seen; what changed then may not all have been seen
 * @param mark where to go on from there, in the vendor's words; {@code ""} for all that changed
 *     then
 */
public record Place(Instant modified, String mark) {

    /** Before everything. */
    public static final Place BEGINNING = new Place(Instant.EPOCH, "");

    /** All that changed at that time or later. */
    public static Place from(Instant modified) {
        return new Place(modified, "");
    }
}
