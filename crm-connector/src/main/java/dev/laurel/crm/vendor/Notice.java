package dev.laurel.crm.vendor;

import java.time.Instant;

/**
 * What a CRM said of a contact by a webhook. Nobody promises in which order, or only once.
 *
 * @param id the same for the same change, however often it is said
 * @param contact the contact's id
 * @param field the vendor's name of what changed, {@code ""} for anything
 * @param value of the field then, {@code ""} for none
 * @param at when that was
 */
public record Notice(String id, String contact, Kind kind, String field, String value, Instant at) {

    /** What happened to the contact. */
    public enum Kind {
        CHANGED,
        /** There is no such contact any more. */
        GONE,
        /** Nor is there to be: somebody asked for it to be forgotten. */
        FORGOTTEN
    }
}
