package dev.laurel.crm.vendor;

import java.util.List;

/**
 * A page of records in the order of their last change. A record may be on two pages.
 *
 * @param next where the following page begins
 * @param atEnd whether there is none for now
 */
public record Fetched<T>(List<T> records, Place next, boolean atEnd) {

    public Fetched {
        records = List.copyOf(records);
    }
}
