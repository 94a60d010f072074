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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** sObject Collections of contacts: up to two hundred, each with a result of its own. */
final class Collections {

    static final int LARGEST = 200;

    private final Contacts contacts;
    private final ContactFields fields;
    private final Map<String, SalesforceError> rules = new HashMap<>();
    private boolean detecting = true;

    Collections(Contacts contacts, ContactFields fields) {
        this.contacts = contacts;
        this.fields = fields;
    }

    /**
     * From now on a trigger or a rule of the customer refuses that contact, by its id or, one that
     * is to be made, by its e-mail address; {@code ""} for none.
     */
    synchronized void refuse(String contact, String code, String message) {
        if (code.isEmpty()) {
            rules.remove(contact);
        } else {
            rules.put(contact, SalesforceError.of(code, message));
        }
    }

    /** Whether there is a rule that no two contacts have the same e-mail address. */
    synchronized void detectDuplicates(boolean isOn) {
        detecting = isOn;
    }

    /** {@code PATCH /composite/sobjects}. */
    synchronized Reply update(JsonNode body, boolean half) {
        return each(
                body,
                half,
                record -> {
                    SalesforceError error = update(record);
                    return error == null ? done(record.path("id").asString("")) : error.item();
                });
    }

    /** {@code POST /composite/sobjects}. */
    synchronized Reply create(JsonNode body, boolean half) {
        return each(body, half, this::create);
    }

    private Reply each(
            JsonNode body, boolean half, Function<JsonNode, Map<String, Object>> change) {
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
            Map<String, Object> result =
                    half && place++ % 2 == 1
                            ? SalesforceError.of(
                                            "UNABLE_TO_LOCK_ROW",
                                            "unable to obtain exclusive access to this record or 1 records")
                                    .item()
                            : change.apply(record);
            written += Boolean.TRUE.equals(result.get("success")) ? 1 : 0;
            results.add(result);
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
        SalesforceError error = read(record, values);
        if (error != null) {
            return error;
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
            return duplicate(taken);
        }
    }

    private Map<String, Object> create(JsonNode record) {
        Map<String, String> values = new TreeMap<>();
        SalesforceError error = read(record, values);
        if (error != null) {
            return error.item();
        }
        if (values.getOrDefault("LastName", "").isEmpty()) {
            return SalesforceError.of(
                            "REQUIRED_FIELD_MISSING", "Required fields are missing: [LastName]")
                    .item();
        }
        String email = values.getOrDefault("Email", "");
        SalesforceError rule = rules.get(email);
        if (rule != null) {
            return rule.item();
        }
        try {
            if (detecting && !email.isEmpty() && !contacts.findAll("Email", email).isEmpty()) {
                return SalesforceError.of("DUPLICATES_DETECTED", "Use one of these records?")
                        .item();
            }
            return done(contacts.create(values, Author.INTEGRATION).id());
        } catch (Taken taken) {
            return duplicate(taken).item();
        }
    }

    /** Fills in the values of a record, and says what is wrong with them. */
    private @Nullable SalesforceError read(JsonNode record, Map<String, String> values) {
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
        return null;
    }

    private static SalesforceError duplicate(Taken taken) {
        return SalesforceError.of(
                "DUPLICATE_VALUE",
                "duplicate value found: %s duplicates value on record with id: %s"
                        .formatted(taken.field(), taken.holder()));
    }

    private static Map<String, Object> done(String id) {
        return Map.of("id", id, "success", true, "errors", List.of());
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
