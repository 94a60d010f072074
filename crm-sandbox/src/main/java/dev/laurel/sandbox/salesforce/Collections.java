package dev.laurel.sandbox.salesforce;

import dev.laurel.sandbox.contacts.Contacts;
import dev.laurel.sandbox.contacts.Contacts.Author;
import dev.laurel.sandbox.contacts.Contacts.Contact;
import dev.laurel.sandbox.contacts.Contacts.Taken;
import dev.laurel.sandbox.http.Reply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** sObject Collections of contacts: up to two hundred, each with a result of its own. */
final class Collections {

    static final int LARGEST = 200;

    private final Contacts contacts;
    private final ContactFields fields;
    private final Map<String, SalesforceError> rules = new HashMap<>();

    Collections(Contacts contacts, ContactFields fields) {
        this.contacts = contacts;
        this.fields = fields;
    }

    /**
     * From now on a trigger or a rule of the customer refuses that contact, {@code ""} for none.
     */
    synchronized void refuse(String contact, String code, String message) {
        if (code.isEmpty()) {
            rules.remove(contact);
        } else {
            rules.put(contact, SalesforceError.of(code, message));
        }
    }

    /** {@code PATCH /composite/sobjects}. */
    synchronized Reply update(JsonNode body, boolean half) {
        JsonNode records = body.path("records");
        if (!records.isArray() || records.isEmpty() || records.size() > LARGEST) {
            return SalesforceError.of(
                            "EXCEEDED_ID_LIMIT",
                            "record limit reached. cannot submit more than 200 records in this call")
                    .whole();
        }
        if (body.path("allOrNone").asBoolean(false)) {
            return SalesforceError.of("INVALID_OPERATION", "not in this sandbox").whole();
        }
        for (JsonNode record : records) {
            SalesforceError malformed = malformed(record);
            if (malformed != null) {
                return malformed.whole();
            }
        }
        List<Object> results = new ArrayList<>();
        int written = 0;
        int place = 0;
        for (JsonNode record : records) {
            SalesforceError error =
                    half && place++ % 2 == 1
                            ? SalesforceError.of(
                                    "UNABLE_TO_LOCK_ROW",
                                    "unable to obtain exclusive access to this record or 1 records")
                            : update(record);
            written += error == null ? 1 : 0;
            results.add(error == null ? done(record) : error.item());
        }
        return Reply.json(200, results).written(written);
    }

    /** What makes the whole call invalid: unknown fields and types that don't fit. */
    private @Nullable SalesforceError malformed(JsonNode record) {
        if (!record.at("/attributes/type").asString("").equals("Contact")) {
            return SalesforceError.of("INVALID_TYPE", "Expected the type of each record.");
        }
        for (Map.Entry<String, JsonNode> each : record.properties()) {
            if (!each.getKey().equals("attributes") && !each.getKey().equals("id")) {
                SalesforceError error = fields.check(each.getKey(), each.getValue());
                if (error != null && !error.code().equals("STRING_TOO_LONG")) {
                    return error;
                }
            }
        }
        return null;
    }

    private @Nullable SalesforceError update(JsonNode record) {
        String id = record.path("id").asString("");
        if (!id.matches("[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?")) {
            return SalesforceError.of(
                    "MALFORMED_ID", "Contact ID: id value of incorrect type: " + id);
        }
        Map<String, String> values = new TreeMap<>();
        for (Map.Entry<String, JsonNode> each : record.properties()) {
            if (each.getKey().equals("attributes") || each.getKey().equals("id")) {
                continue;
            }
            SalesforceError error = fields.check(each.getKey(), each.getValue());
            if (error != null) {
                return error;
            }
            values.put(each.getKey(), each.getValue().asString(""));
        }
        SalesforceError rule = rules.get(id);
        if (rule != null) {
            return rule;
        }
        try {
            return contacts.update(id, values, Author.INTEGRATION).isEmpty()
                    ? SalesforceError.of("ENTITY_IS_DELETED", "entity is deleted")
                    : null;
        } catch (Taken taken) {
            return SalesforceError.of(
                    "DUPLICATE_VALUE",
                    "duplicate value found: %s duplicates value on record with id: %s"
                            .formatted(taken.field(), taken.holder()));
        }
    }

    private static Map<String, Object> done(JsonNode record) {
        return Map.of("id", record.path("id").asString(""), "success", true, "errors", List.of());
    }

    /** {@code POST /composite/sobjects/Contact}: {@code null} for those that there are not. */
    synchronized Reply read(JsonNode body) {
        List<@Nullable Object> records = new ArrayList<>();
        for (JsonNode id : body.path("ids")) {
            Contact contact = contacts.find(id.asString("")).orElse(null);
            records.add(contact == null ? null : view(contact, body.path("fields")));
        }
        return Reply.json(200, records);
    }

    private Map<String, Object> view(Contact contact, JsonNode wanted) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("attributes", Map.of("type", "Contact"));
        view.put("Id", contact.id());
        wanted.forEach(it ->
                view.put(
                        it.asString(""),
                        fields.typed(it.asString(""), contact.value(it.asString("")))));
        return view;
    }
}
