package dev.laurel.sandbox.salesforce;

import dev.laurel.sandbox.contacts.Contacts;
import dev.laurel.sandbox.http.Reply;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of contacts. One that is made is invisible until a permission says otherwise. */
final class ContactFields {

    private static final int LONGEST_LABEL = 40;
    private static final int LONGEST_NAME = 43;

    private final Contacts contacts;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Set<String> visible = new TreeSet<>();

    ContactFields(Contacts contacts) {
        this.contacts = contacts;
        add(new Field("Id", "id", 18, true));
        for (String standard : List.of("Email", "FirstName", "LastName", "Phone", "MailingCity")) {
            add(new Field(standard, "string", 80, false));
        }
        add(new Field("SystemModstamp", "datetime", 0, false));
        visible.addAll(fields.keySet());
    }

    /** A field as "describe" tells of it. */
    record Field(String name, String type, int length, boolean unique) {}

    /** A field of the customer's own, which the connection may see. */
    synchronized void addVisible(String name) {
        add(new Field(name, "string", 255, false));
        visible.add(name);
    }

    synchronized boolean isVisible(String name) {
        return visible.contains(name);
    }

    synchronized void show(String name) {
        visible.add(name);
    }

    synchronized Reply describe() {
        List<Object> described = new ArrayList<>();
        for (Field field : fields.values()) {
            if (visible.contains(field.name())) {
                Map<String, Object> view = new LinkedHashMap<>();
                view.put("name", field.name());
                view.put("type", field.type());
                view.put("length", field.length());
                view.put("unique", field.unique());
                view.put("externalId", field.unique() && !field.type().equals("id"));
                view.put("updateable", !field.type().equals("id"));
                described.add(view);
            }
        }
        return Reply.json(200, Map.of("name", "Contact", "fields", described));
    }

    /** {@code POST /tooling/sobjects/CustomField}. */
    synchronized Reply create(JsonNode body) {
        String full = body.path("FullName").asString("");
        JsonNode metadata = body.path("Metadata");
        String name = full.startsWith("Contact.") ? full.substring("Contact.".length()) : "";
        String label = metadata.path("label").asString("");
        if (!name.matches("[A-Za-z][A-Za-z0-9_]*[A-Za-z0-9]__c") || name.length() > LONGEST_NAME) {
            return SalesforceError.of("FIELD_INTEGRITY_EXCEPTION", "Bad value for FullName")
                    .whole();
        }
        if (label.isEmpty() || label.length() > LONGEST_LABEL) {
            return SalesforceError.of("FIELD_INTEGRITY_EXCEPTION", "Label: bad value").whole();
        }
        if (fields.containsKey(name)) {
            return SalesforceError.of(
                            "DUPLICATE_DEVELOPER_NAME",
                            "There is already a field named " + name + " on Contact.")
                    .whole();
        }
        Field field = field(name, metadata);
        if (field == null) {
            return SalesforceError.of("FIELD_INTEGRITY_EXCEPTION", "Bad metadata of " + name)
                    .whole();
        }
        add(field);
        if (field.unique()) {
            if (metadata.path("caseSensitive").asBoolean(false)) {
                contacts.makeUniqueByCase(name);
            } else {
                contacts.makeUnique(name);
            }
        }
        return Reply.json(
                201,
                Map.of(
                        "id",
                        "00N%015d".formatted(fields.size()),
                        "success",
                        true,
                        "errors",
                        List.of()));
    }

    private static @Nullable Field field(String name, JsonNode metadata) {
        boolean unique = metadata.path("unique").asBoolean(false);
        return switch (metadata.path("type").asString("")) {
            case "Text" ->
                    metadata.path("length").asInt(0) > 0 && metadata.path("length").asInt(0) <= 255
                            ? new Field(name, "string", metadata.path("length").asInt(0), unique)
                            : null;
            case "Number" ->
                    metadata.path("precision").asInt(0) <= 18 && metadata.has("scale")
                            ? new Field(name, "double", 0, unique)
                            : null;
            case "DateTime" -> new Field(name, "datetime", 0, false);
            case "Checkbox" ->
                    metadata.has("defaultValue") ? new Field(name, "boolean", 0, false) : null;
            default -> null;
        };
    }

    /** What is wrong with a value, {@code null} for nothing. */
    synchronized @Nullable SalesforceError check(String name, JsonNode value) {
        Field field = fields.get(name);
        if (field == null || !visible.contains(name)) {
            return new SalesforceError(
                    400,
                    "INVALID_FIELD",
                    "No such column '%s' on sobject of type Contact".formatted(name));
        }
        boolean good =
                switch (field.type()) {
                    case "double" -> value.isNull() || value.isNumber();
                    case "boolean" -> value.isBoolean();
                    case "datetime" -> value.isNull() || isTime(value.asString(""));
                    default -> value.isNull() || value.isString();
                };
        if (!good) {
            return new SalesforceError(
                    400,
                    "JSON_PARSER_ERROR",
                    "Cannot deserialize instance of %s from %s".formatted(field.type(), value));
        }
        return value.isString()
                        && field.length() > 0
                        && value.asString("").length() > field.length()
                ? SalesforceError.of(
                        "STRING_TOO_LONG",
                        "%s: data value too large (max length=%d)".formatted(name, field.length()))
                : null;
    }

    /** A value in the type of its field; times in Salesforce's own form. */
    synchronized @Nullable Object typed(String name, String value) {
        Field field = fields.get(name);
        if (field == null || value.isEmpty()) {
            boolean unchecked = field != null && field.type().equals("boolean");
            return unchecked ? Boolean.FALSE : null;
        }
        return switch (field.type()) {
            case "double" -> Double.valueOf(value);
            case "boolean" -> Boolean.valueOf(value);
            case "datetime" -> value.replace("Z", "+0000");
            default -> value;
        };
    }

    private void add(Field field) {
        fields.put(field.name(), field);
    }

    private static boolean isTime(String text) {
        try {
            return OffsetDateTime.parse(text).getYear() > 0;
        } catch (DateTimeParseException _) {
            return false;
        }
    }
}
