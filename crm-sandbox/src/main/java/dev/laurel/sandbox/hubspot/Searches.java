package dev.laurel.sandbox.hubspot;

import dev.laurel.sandbox.contacts.Contacts;
import dev.laurel.sandbox.contacts.Contacts.Contact;
import dev.laurel.sandbox.http.Allowance;
import dev.laurel.sandbox.http.Reply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Searches of one kind of object: filters that are joined by "and", one property to sort by, pages
 * of two hundred at most and nothing behind the ten thousandth result. Of those that are equal in
 * what is sorted by, the order is anything.
 */
final class Searches {

    private static final int LARGEST_PAGE = 200;
    private static final int MOST_RESULTS = 10_000;
    private static final String ID = "hs_object_id";

    private final Contacts objects;
    private final String modified;
    private final Allowance allowance;

    /**
     * @param modified the property that has the time of the last change
     * @param allowance of searches in a second, of all kinds
     */
    Searches(Contacts objects, String modified, Allowance allowance) {
        this.objects = objects;
        this.modified = modified;
        this.allowance = allowance;
    }

    Reply answer(JsonNode body, String correlationId) {
        if (!allowance.take()) {
            return HubSpotSandbox.limit("SECONDLY", "secondly");
        }
        int limit = body.path("limit").asInt(10);
        int after = body.path("after").asInt(0);
        JsonNode groups = body.path("filterGroups");
        JsonNode sorts = body.path("sorts");
        if (limit > LARGEST_PAGE
                || after + limit > MOST_RESULTS
                || groups.size() != 1
                || groups.path(0).path("filters").size() > 6
                || sorts.size() > 1) {
            return invalid("There was a problem with the request.", correlationId);
        }
        Predicate<Contact> wanted = _ -> true;
        for (JsonNode filter : groups.path(0).path("filters")) {
            Predicate<Contact> each = predicate(filter);
            if (each == null) {
                return invalid("Invalid filter " + filter, correlationId);
            }
            wanted = wanted.and(each);
        }
        String by = sorts.path(0).path("propertyName").asString(ID);
        List<Contact> found =
                objects.all().stream()
                        .filter(wanted)
                        .sorted(
                                Comparator.<Contact>comparingLong(it -> number(it, by))
                                        .thenComparingInt(
                                                it -> Integer.reverse(it.id().hashCode())))
                        .toList();
        int to = Math.min(found.size(), after + limit);
        return page(found, after, to, body.path("properties"));
    }

    private Reply page(List<Contact> found, int from, int to, JsonNode wanted) {
        List<Object> results = new ArrayList<>();
        found.subList(Math.min(from, to), to).forEach(it -> results.add(view(it, wanted)));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("total", found.size());
        answer.put("results", results);
        if (to < found.size()) {
            answer.put("paging", Map.of("next", Map.of("after", Integer.toString(to))));
        }
        return Reply.json(200, answer);
    }

    private Map<String, Object> view(Contact object, JsonNode wanted) {
        Map<String, Object> properties = new TreeMap<>();
        properties.put(modified, time(object));
        properties.put(ID, object.id());
        wanted.forEach(it ->
                properties.computeIfAbsent(
                        it.asString(""),
                        name -> object.value(name).isEmpty() ? null : object.value(name)));
        return Map.of(
                "id",
                object.id(),
                "properties",
                properties,
                "createdAt",
                time(object),
                "updatedAt",
                time(object),
                "archived",
                false);
    }

    private static String time(Contact object) {
        return Instant.ofEpochMilli(object.modifiedMillis()).toString();
    }

    private @Nullable Predicate<Contact> predicate(JsonNode filter) {
        String name = filter.path("propertyName").asString("");
        String value = filter.path("value").asString("");
        boolean number = name.equals(modified) || name.equals(ID);
        if (number && !value.matches("[0-9]{1,18}")) {
            return null;
        }
        return switch (filter.path("operator").asString("")) {
            case "EQ" ->
                    it ->
                            number
                                    ? number(it, name) == Long.parseLong(value)
                                    : it.value(name).equals(value);
            case "GT" -> number ? it -> number(it, name) > Long.parseLong(value) : null;
            case "GTE" -> number ? it -> number(it, name) >= Long.parseLong(value) : null;
            default -> null;
        };
    }

    private long number(Contact object, String property) {
        return property.equals(modified) ? object.modifiedMillis() : Long.parseLong(object.id());
    }

    private static Reply invalid(String message, String correlationId) {
        return new HubSpotError(400, "VALIDATION_ERROR", message, "").whole(correlationId);
    }

    /** {@code POST …/batch/read} of these objects: those that there are not are errors of it. */
    Reply read(JsonNode body, String correlationId) {
        JsonNode inputs = body.path("inputs");
        if (inputs.isEmpty() || inputs.size() > ContactBatches.LARGEST) {
            return invalid(
                    "Expected 1 to %d inputs, but there were %d."
                            .formatted(ContactBatches.LARGEST, inputs.size()),
                    correlationId);
        }
        List<Object> results = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (JsonNode input : inputs) {
            String id = input.path("id").asString("");
            objects.find(id)
                    .ifPresentOrElse(
                            it -> results.add(view(it, body.path("properties"))),
                            () -> missing.add(id));
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("status", "COMPLETE");
        answer.put("results", results);
        if (!missing.isEmpty()) {
            answer.put("numErrors", 1);
            answer.put(
                    "errors",
                    List.of(
                            Map.of(
                                    "status", "error",
                                    "category", "OBJECT_NOT_FOUND",
                                    "message", "Could not get some objects.",
                                    "context", Map.of("ids", missing))));
        }
        return Reply.json(missing.isEmpty() ? 200 : 207, answer);
    }

    /** {@code POST …/batch/read} of the associations of these objects. */
    Reply associations(JsonNode body) {
        List<Object> results = new ArrayList<>();
        for (JsonNode input : body.path("inputs")) {
            String id = input.path("id").asString("");
            List<String> contacts =
                    objects.find(id).stream()
                            .flatMap(it -> Arrays.stream(it.value("contacts").split(",", -1)))
                            .filter(it -> !it.isEmpty())
                            .toList();
            if (!contacts.isEmpty()) {
                results.add(
                        Map.of(
                                "from",
                                Map.of("id", id),
                                "to",
                                contacts.stream()
                                        .map(it ->
                                                Map.of(
                                                        "toObjectId",
                                                        it,
                                                        "associationTypes",
                                                        List.of()))
                                        .toList()));
            }
        }
        return Reply.json(200, Map.of("status", "COMPLETE", "results", results));
    }
}
