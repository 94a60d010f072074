package dev.laurel.sandbox.dynamics;

import dev.laurel.sandbox.contacts.Contacts;
import dev.laurel.sandbox.http.Reply;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The columns of contacts, and keys whose indexes take a moment until they are active. */
final class Columns {

    private static final String PREFIX = "Microsoft.Dynamics.CRM.";
    private static final String SUFFIX = "AttributeMetadata";

    private final Contacts contacts;
    private final Map<String, String> types = new LinkedHashMap<>();
    private final Map<String, Integer> lengths = new LinkedHashMap<>();
    private final Map<String, String> indexes = new LinkedHashMap<>();

    Columns(Contacts contacts) {
        this.contacts = contacts;
        for (String standard : List.of("emailaddress1", "firstname", "lastname", "address1_city")) {
            types.put(standard, "String");
            lengths.put(standard, 100);
        }
        types.put("contactid", "Uniqueidentifier");
        types.put("statecode", "State");
        types.put("modifiedon", "DateTime");
    }

    /** A column of the customer's own. */
    synchronized void add(String column) {
        types.put(column, "String");
        lengths.put(column, 100);
    }

    synchronized boolean has(String column) {
        return types.containsKey(column);
    }

    /** {@code EntityDefinitions(LogicalName='contact')} with its columns and keys. */
    synchronized Reply describe() {
        List<Object> attributes = new ArrayList<>();
        types.forEach((name, type) ->
                attributes.add(
                        Map.of(
                                "LogicalName", name,
                                "AttributeType", type,
                                "IsValidForUpdate", !type.equals("Uniqueidentifier"))));
        List<Object> keys = new ArrayList<>();
        indexes.forEach((column, status) ->
                keys.add(
                        Map.of(
                                "SchemaName",
                                column + "_key",
                                "KeyAttributes",
                                List.of(column),
                                "EntityKeyIndexStatus",
                                status)));
        // Whoever looks again finds the index built.
        indexes.replaceAll((column, _) -> activated(column));
        return Reply.json(
                200, Map.of("LogicalName", "contact", "Attributes", attributes, "Keys", keys));
    }

    private String activated(String column) {
        contacts.makeUnique(column);
        return "Active";
    }

    synchronized Reply create(JsonNode body) {
        String name = body.path("SchemaName").asString("");
        String type = body.path("@odata.type").asString("");
        if (!name.matches("[a-z]{2,8}_[a-z0-9_]+")) {
            return DynamicsError.bad("0x8004f021", "Invalid schema name " + name).whole();
        }
        if (types.containsKey(name)) {
            return DynamicsError.bad(
                            "0x80047013", "An attribute with the specified name already exists")
                    .whole();
        }
        boolean good =
                type.startsWith(PREFIX)
                        && type.endsWith(SUFFIX)
                        && body.at("/DisplayName/LocalizedLabels/0/Label").isString()
                        && switch (type.substring(
                                PREFIX.length(), type.length() - SUFFIX.length())) {
                            case "String" ->
                                    body.path("MaxLength").asInt(0) > 0
                                            && body.path("MaxLength").asInt(0) <= 4_000;
                            case "BigInt" -> true;
                            case "DateTime" -> body.at("/DateTimeBehavior/Value").isString();
                            case "Boolean" -> body.at("/OptionSet/TrueOption/Value").isNumber();
                            default -> false;
                        };
        if (!good) {
            return DynamicsError.bad("0x80040203", "Invalid attribute " + name).whole();
        }
        types.put(name, type.substring(PREFIX.length(), type.length() - SUFFIX.length()));
        lengths.put(name, body.path("MaxLength").asInt(Integer.MAX_VALUE));
        return Reply.empty(204).with("OData-EntityId", "EntityDefinitions/Attributes/" + name);
    }

    synchronized Reply createKey(JsonNode body) {
        String column = body.at("/KeyAttributes/0").asString("");
        if (!types.containsKey(column) || body.path("KeyAttributes").size() != 1) {
            return DynamicsError.bad("0x80060891", "Invalid key attribute " + column).whole();
        }
        if (indexes.putIfAbsent(column, "Pending") != null) {
            return DynamicsError.bad("0x80060886", "The key already exists").whole();
        }
        return Reply.empty(204).with("OData-EntityId", "EntityDefinitions/Keys/" + column);
    }

    /** What is wrong with a value, {@code null} for nothing. */
    synchronized @Nullable DynamicsError check(String column, JsonNode value) {
        String type = types.get(column);
        if (type == null) {
            return DynamicsError.bad(
                    "0x80048d19",
                    "Invalid property '%s' was found in entity 'Microsoft.Dynamics.CRM.contact'."
                            .formatted(column));
        }
        boolean good =
                value.isNull()
                        || switch (type) {
                            case "BigInt" -> value.isIntegralNumber();
                            case "Boolean" -> value.isBoolean();
                            case "DateTime" -> isInstant(value.asString(""));
                            default -> value.isString();
                        };
        if (!good) {
            return DynamicsError.bad(
                    "0x80048d19", "Cannot convert a value to type 'Edm.%s'".formatted(type));
        }
        return value.isString() && value.asString("").length() > lengths.getOrDefault(column, 100)
                ? DynamicsError.bad("0x80044331", "A validation error occurred. " + column)
                : null;
    }

    /** A value in the type of its column; times without fractions of seconds. */
    synchronized @Nullable Object typed(String column, String value) {
        return value.isEmpty()
                ? null
                : switch (types.getOrDefault(column, "")) {
                    case "BigInt" -> Long.valueOf(value);
                    case "Boolean" -> Boolean.valueOf(value);
                    case "DateTime" -> value.replaceFirst("\\.[0-9]+Z", "Z");
                    default -> value;
                };
    }

    private static boolean isInstant(String text) {
        try {
            return !Instant.parse(text).equals(Instant.MIN);
        } catch (DateTimeParseException _) {
            return false;
        }
    }
}
