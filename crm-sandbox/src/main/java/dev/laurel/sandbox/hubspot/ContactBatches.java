package dev.laurel.sandbox.hubspot;

import dev.laurel.sandbox.contacts.Contacts;
import dev.laurel.sandbox.contacts.Contacts.Author;
import dev.laurel.sandbox.contacts.Contacts.Contact;
import dev.laurel.sandbox.contacts.Contacts.Taken;
import dev.laurel.sandbox.http.Reply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reading and writing contacts, a hundred at a time. */
final class ContactBatches {

    static final int LARGEST = 100;
    private static final String TIME = "2026-11-22T12:00:00.000Z";

    private final Contacts contacts;
    private final Properties properties;
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    ContactBatches(Contacts contacts, Properties properties) {
        this.contacts = contacts;
        this.properties = properties;
    }

    /** From now on that e-mail address is none. */
    void refuse(String email) {
        refused.add(email);
    }

    Reply answer(String operation, JsonNode body, boolean half, String correlationId) {
        JsonNode inputs = body.path("inputs");
        HubSpotError wrong = check(inputs, operation);
        if (wrong != null) {
            return wrong.whole(correlationId);
        }
        return operation.equals("read")
                ? read(body, inputs)
                : write(operation, inputs, half, correlationId);
    }

    private static @Nullable HubSpotError check(JsonNode inputs, String operation) {
        if (!inputs.isArray() || inputs.isEmpty() || inputs.size() > LARGEST) {
            return new HubSpotError(
                    400,
                    "VALIDATION_ERROR",
                    "Expected 1 to %d inputs, but there were %d.".formatted(LARGEST, inputs.size()),
                    "");
        }
        Set<String> ids = new HashSet<>();
        for (JsonNode input : inputs) {
            if (!operation.equals("create") && !ids.add(input.path("id").asString(""))) {
                return new HubSpotError(
                        400, "VALIDATION_ERROR", "Duplicate IDs found in batch input", "");
            }
        }
        return null;
    }

    private Reply read(JsonNode body, JsonNode inputs) {
        String by = body.path("idProperty").asString("");
        if (!by.isEmpty() && !contacts.isUnique(by)) {
            return notUnique(by).whole("");
        }
        List<Object> results = new ArrayList<>();
        List<Object> errors = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (JsonNode input : inputs) {
            String id = input.path("id").asString("");
            Optional<Contact> found =
                    by.isEmpty() ? contacts.find(id) : contacts.findUnique(by, id);
            found.ifPresentOrElse(
                    contact -> results.add(view(contact, false, "", body.path("properties"))),
                    () -> missing.add(id));
        }
        if (!missing.isEmpty()) {
            errors.add(
                    Map.of(
                            "status", "error",
                            "category", "OBJECT_NOT_FOUND",
                            "message", "Could not get some CONTACT objects, they may be deleted.",
                            "context", Map.of("ids", missing)));
        }
        return answer(results, errors, 0);
    }

    /**
     * Without an {@code objectWriteTraceId} on every input one bad input refuses the whole batch,
     * and only the first one is named.
     */
    private Reply write(String operation, JsonNode inputs, boolean half, String correlationId) {
        boolean traced = true;
        for (JsonNode input : inputs) {
            traced &= !input.path("objectWriteTraceId").asString("").isEmpty();
        }
        if (!traced) {
            for (JsonNode input : inputs) {
                HubSpotError error = fault(operation, input);
                if (error != null) {
                    return error.whole(correlationId);
                }
            }
        }
        List<Object> results = new ArrayList<>();
        List<Object> errors = new ArrayList<>();
        int place = 0;
        for (JsonNode input : inputs) {
            String trace = input.path("objectWriteTraceId").asString("");
            HubSpotError error =
                    half && place++ % 2 == 1
                            ? new HubSpotError(
                                    500,
                                    "INTERNAL_ERROR",
                                    "internal error",
                                    input.path("id").asString(""))
                            : fault(operation, input);
            if (error == null) {
                error = apply(operation, input, trace, results);
            }
            if (error != null) {
                errors.add(error.item(trace));
            }
        }
        return answer(results, errors, results.size());
    }

    private @Nullable HubSpotError fault(String operation, JsonNode input) {
        String id = input.path("id").asString("");
        String by = input.path("idProperty").asString("");
        if (!by.isEmpty() && !contacts.isUnique(by)) {
            return notUnique(by);
        }
        for (Map.Entry<String, JsonNode> property : input.path("properties").properties()) {
            HubSpotError error = properties.check(id, property.getKey(), property.getValue());
            if (error != null) {
                return error;
            }
        }
        String email = input.path("properties").path("email").asString("");
        if (refused.contains(email)) {
            return new HubSpotError(
                    400,
                    "VALIDATION_ERROR",
                    "Property values were not valid: Email address %s is invalid".formatted(email),
                    id);
        }
        if (operation.equals("update") && target(id, by).isEmpty()) {
            return new HubSpotError(
                    404, "OBJECT_NOT_FOUND", "Could not get some CONTACT objects.", id);
        }
        return null;
    }

    private @Nullable HubSpotError apply(
            String operation, JsonNode input, String trace, List<Object> results) {
        String id = input.path("id").asString("");
        String by = input.path("idProperty").asString("");
        Map<String, String> values = new TreeMap<>();
        input.path("properties")
                .properties()
                .forEach(it -> values.put(it.getKey(), it.getValue().asString("")));
        try {
            Optional<Contact> target =
                    operation.equals("create") ? Optional.empty() : target(id, by);
            Contact written;
            if (target.isPresent()) {
                written =
                        contacts.update(target.get().id(), values, Author.INTEGRATION)
                                .orElseThrow();
            } else {
                if (!by.isEmpty()) {
                    values.put(by, id);
                }
                written = contacts.create(values, Author.INTEGRATION);
            }
            results.add(view(written, target.isEmpty(), trace, input.path("properties")));
            return null;
        } catch (Taken taken) {
            return new HubSpotError(
                    409, "CONFLICT", "Contact already exists. Existing ID: " + taken.holder(), id);
        }
    }

    private Optional<Contact> target(String id, String by) {
        return by.isEmpty() ? contacts.find(id) : contacts.findUnique(by, id);
    }

    private static HubSpotError notUnique(String property) {
        return new HubSpotError(
                400,
                "VALIDATION_ERROR",
                "Unable to perform update/upsert by non-unique 0-1 property " + property,
                "");
    }

    private static Map<String, Object> view(
            Contact contact, boolean isNew, String trace, JsonNode wanted) {
        Map<String, Object> shown = new TreeMap<>();
        if (wanted.isArray()) {
            wanted.forEach(it -> {
                String value = contact.value(it.asString(""));
                shown.put(it.asString(""), value.isEmpty() ? null : value);
            });
        }
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", contact.id());
        view.put("new", isNew);
        view.put("properties", shown);
        view.put("createdAt", TIME);
        view.put("updatedAt", TIME);
        view.put("archived", false);
        if (!trace.isEmpty()) {
            view.put("objectWriteTraceId", trace);
        }
        return view;
    }

    private static Reply answer(List<Object> results, List<Object> errors, int written) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", "COMPLETE");
        body.put("results", results);
        body.put("startedAt", TIME);
        body.put("completedAt", TIME);
        if (!errors.isEmpty()) {
            body.put("numErrors", errors.size());
            body.put("errors", errors);
        }
        return Reply.json(errors.isEmpty() ? 200 : 207, body).written(written);
    }
}
