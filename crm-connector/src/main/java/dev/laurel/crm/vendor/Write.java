package dev.laurel.crm.vendor;

import dev.laurel.crm.mapping.FieldValue;
import java.util.List;

/**
 * What is to be written to one contact.
 *
 * @param member whom it is about
 * @param contact the contact's id in the CRM
 * @param values absolute values: written twice is written once
 */
public record Write(String member, String contact, List<FieldValue> values) {

    public Write {
        values = List.copyOf(values);
    }
}
