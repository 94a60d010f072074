package dev.laurel.crm.vendor;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * One CRM, as one connection may use it. A method throws nothing for what a CRM may do. Each
 * request that it makes draws one permit, of which it may need several: for a token, and for every
 * page. Safe for concurrent use.
 */
public interface Crm {

    /** The most records that one call may have. */
    int largestBatch();

    /** Which of these fields contacts have, by name; those that are not there are missing. */
    Answer<Map<String, FieldState>> fields(Collection<FieldSpec> wanted);

    /** Makes fields that are not there and lets the connection write to them. */
    Answer<Integer> create(List<FieldSpec> missing);

    /** How many of these, from the first, one call can look for; at least one. */
    default int lookedUpAtOnce(List<String> values) {
        return Math.min(values.size(), largestBatch());
    }

    /** The one way in which a contact's id is kept here, of all ways in which it may be told. */
    default String contactId(String told) {
        return told;
    }

    /**
     * Contacts by the member's id or by e-mail.
     *
     * @param values at most {@link #lookedUpAtOnce}, as they are written
     * @return those that were found, by the value in lower case
     */
    Answer<Map<String, List<Candidate>>> find(Lookup lookup, String keyField, List<String> values);

    /** Updates contacts, and never makes one; an outcome for each write, in their order. */
    Answer<List<Outcome>> write(List<Write> writes);

    /**
     * Makes contacts that have nothing but what they are known by; a result for each, in their
     * order. Of each member at most one is ever made, as the key is unique there: whoever does not
     * know what became of it asks for the same again.
     *
     * @param contacts at most {@link #largestBatch}, of one key field
     */
    Answer<List<Making>> make(List<NewContact> contacts);

    /** How many calls the vendor counts for so many writes, or contacts to be made. */
    default int weight(int writes) {
        return 1;
    }

    /**
     * What contacts have in these fields now, by contact and field; {@code ""} for nothing, in the
     * form in which it is written.
     */
    Answer<Map<String, Map<String, String>>> read(List<String> ids, List<FieldSpec> fields);

    /** Contacts in the order of their last change, from a place on, with these fields. */
    Answer<Fetched<ContactRecord>> contactsFrom(Place place, List<FieldSpec> fields);

    /** What was sold, in the order of its last change, from a place on, with these fields. */
    Answer<Fetched<PurchaseRecord>> purchasesFrom(Place place, List<String> fields);

    /**
     * The same of these, at most {@link #largestBatch}; those that are not there, or were not sold
     * or not any more, are missing.
     */
    Answer<List<PurchaseRecord>> purchases(List<String> ids, List<String> fields);

    /** How contacts can be looked up. */
    enum Lookup {
        KEY,
        EMAIL
    }

    /**
     * A contact that was found.
     *
     * @param id the CRM's
     * @param key the member's id that it has, {@code ""} for none
     */
    record Candidate(String id, String key) {}
}
