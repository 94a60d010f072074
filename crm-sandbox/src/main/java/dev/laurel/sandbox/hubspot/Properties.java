package dev.laurel.sandbox.hubspot;

import dev.laurel.sandbox.contacts.Contacts;
import dev.laurel.sandbox.http.Call;
import dev.laurel.sandbox.http.Reply;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The properties that contacts may have, and their groups. */
final class Properties {

    private static final Set<String> TYPES =
            Set.of("string", "number", "date", "datetime", "enumeration", "bool");

    private final Contacts contacts;
    private final Map<String, Map<String, Object>> properties = new LinkedHashMap<>();
    private final Set<String> groups = new TreeSet<>(Set.of("contactinformation"));

    Properties(Contacts contacts) {
        this.contacts = contacts;
        for (String standard : List.of("email", "firstname", "lastname", "phone")) {
            add(standard, "string", "text", "contactinformation", standard.equals("email"));
        }
    }

    synchronized Reply answer(Call call, String tail, String correlationId) {
        return switch (call.method() + " " + tail) {
            case "GET " -> Reply.json(200, Map.of("results", properties.values()));
            case "GET /groups" ->
                    Reply.json(
                            200,
                            Map.of(
                                    "results",
                                    groups.stream().map(it -> Map.of("name", it)).toList()));
            case "POST /groups" -> createGroup(call.json(), correlationId);
            case "POST /batch/create" -> create(call.json().path("inputs"), correlationId);
            default ->
                    new HubSpotError(404, "OBJECT_NOT_FOUND", "No such address.", "")
                            .whole(correlationId);
        };
    }

    /** What is wrong with a value, {@code null} for nothing. */
    synchronized @Nullable HubSpotError check(String id, String name, JsonNode value) {
        Map<String, Object> property = properties.get(name);
        if (property == null) {
            return new HubSpotError(
                    400,
                    "VALIDATION_ERROR",
                    "Property \"%s\" does not exist (PROPERTY_DOESNT_EXIST)".formatted(name),
                    id);
        }
        if (!value.isString()) {
            return new HubSpotError(
                    400, "VALIDATION_ERROR", "Invalid input JSON: a string was expected", id);
        }
        String text = value.asString();
        boolean good =
                text.isEmpty()
                        || switch (String.valueOf(property.get("type"))) {
                            case "number" -> text.matches("-?[0-9]+(\\.[0-9]+)?");
                            case "datetime" -> isInstant(text);
                            case "bool" -> text.equals("true") || text.equals("false");
                            default -> text.length() <= 65_536;
                        };
        return good
                ? null
                : new HubSpotError(
                        400,
                        "VALIDATION_ERROR",
                        "Property values were not valid: %s was not valid for %s"
                                .formatted(text, name),
                        id);
    }

    private Reply createGroup(JsonNode body, String correlationId) {
        String name = body.path("name").asString("");
        if (!groups.add(name)) {
            return conflict("A property group named '%s' already exists.".formatted(name))
                    .whole(correlationId);
        }
        return Reply.json(201, body);
    }

    private Reply create(JsonNode inputs, String correlationId) {
        List<JsonNode> created = new ArrayList<>();
        for (JsonNode input : inputs) {
            String name = input.path("name").asString("");
            if (properties.containsKey(name)) {
                return conflict("Property '%s' already exists.".formatted(name))
                        .whole(correlationId);
            }
            if (!TYPES.contains(input.path("type").asString(""))
                    || !groups.contains(input.path("groupName").asString(""))) {
                return new HubSpotError(400, "VALIDATION_ERROR", "Invalid property " + name, "")
                        .whole(correlationId);
            }
            created.add(input);
        }
        created.forEach(it ->
                add(
                        it.path("name").asString(""),
                        it.path("type").asString(""),
                        it.path("fieldType").asString(""),
                        it.path("groupName").asString(""),
                        it.path("hasUniqueValue").asBoolean(false)));
        return Reply.json(201, Map.of("status", "COMPLETE", "results", created));
    }

    private void add(String name, String type, String fieldType, String group, boolean unique) {
        properties.put(
                name,
                Map.of(
                        "name", name,
                        "label", name,
                        "type", type,
                        "fieldType", fieldType,
                        "groupName", group,
                        "hasUniqueValue", unique,
                        "options", List.of()));
        if (unique) {
            contacts.makeUnique(name);
        }
    }

    private static HubSpotError conflict(String message) {
        return new HubSpotError(409, "OBJECT_ALREADY_EXISTS", message, "");
    }

    private static boolean isInstant(String text) {
        try {
            return !Instant.parse(text).equals(Instant.MIN);
        } catch (DateTimeParseException _) {
            return text.matches("[0-9]{1,15}");
        }
    }
}
