package dev.laurel.crm.vendor.dynamics;

import dev.laurel.crm.mapping.FieldType;
import dev.laurel.crm.mapping.FieldValue;
import dev.laurel.crm.vendor.FieldSpec;
import dev.laurel.crm.vendor.FieldState;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Columns and values in the types of Dataverse. */
final class DynamicsColumns {

    private static final String TYPES = "Microsoft.Dynamics.CRM.";
    private static final int ENGLISH = 1033;
    private static final DateTimeFormatter OURS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private DynamicsColumns() {}

    /** What {@code Attributes} is to get. */
    static Map<String, Object> definition(FieldSpec field) {
        Map<String, Object> column = new LinkedHashMap<>();
        column.put("@odata.type", TYPES + type(field.type()) + "AttributeMetadata");
        column.put("SchemaName", field.name());
        column.put("RequiredLevel", Map.of("Value", "None"));
        column.put("DisplayName", label(field.label()));
        switch (field.type()) {
            case INTEGER -> {}
            case TEXT -> {
                column.put("MaxLength", FieldType.MAX_TEXT);
                column.put("FormatName", Map.of("Value", "Text"));
            }
            case INSTANT -> {
                column.put("Format", "DateAndTime");
                column.put("DateTimeBehavior", Map.of("Value", "UserLocal"));
            }
            case BOOLEAN -> {
                column.put("DefaultValue", false);
                column.put(
                        "OptionSet",
                        Map.of("TrueOption", option(1, "Yes"), "FalseOption", option(0, "No")));
            }
        }
        return column;
    }

    /** An alternate key, which makes values unique. */
    static Map<String, Object> key(FieldSpec field) {
        return Map.of(
                "SchemaName",
                keyName(field),
                "KeyAttributes",
                List.of(field.name()),
                "DisplayName",
                label(field.label()));
    }

    static String keyName(FieldSpec field) {
        return field.name() + "_key";
    }

    /**
     * How a column is.
     *
     * @param index of the key that makes it unique, {@code ""} for no such key
     */
    static FieldState state(FieldSpec wanted, JsonNode attribute, String index) {
        String type = attribute.path("AttributeType").asString("");
        boolean writable = attribute.path("IsValidForUpdate").asBoolean(true);
        boolean unique = index.equals("Active");
        return new FieldState(
                type.equals(type(wanted.type())) && writable && (unique || !wanted.unique()),
                type
                        + (unique ? ", unique" : "")
                        + (index.isEmpty() || unique ? "" : ", its key's index is " + index)
                        + (writable ? "" : ", not writable"));
    }

    static @Nullable Object json(FieldValue value) {
        if (value.text().isEmpty()) {
            return null;
        }
        return switch (value.type()) {
            case INTEGER -> Long.valueOf(value.text());
            case BOOLEAN -> Boolean.valueOf(value.text());
            case TEXT, INSTANT -> value.text();
        };
    }

    /** In the form in which it is written. */
    static String text(FieldSpec field, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return switch (field.type()) {
            case INTEGER -> value.isNumber() ? Long.toString(value.asLong()) : value.asString("");
            case BOOLEAN -> Boolean.toString(value.asBoolean(false));
            case TEXT -> value.asString("");
            case INSTANT -> instant(value.asString(""));
        };
    }

    private static String type(FieldType type) {
        return switch (type) {
            case INTEGER -> "BigInt";
            case TEXT -> "String";
            case INSTANT -> "DateTime";
            case BOOLEAN -> "Boolean";
        };
    }

    private static String instant(String theirs) {
        try {
            return OURS.format(Instant.parse(theirs));
        } catch (DateTimeException _) {
            return theirs;
        }
    }

    private static Map<String, Object> option(int value, String label) {
        return Map.of("Value", value, "Label", label(label));
    }

    private static Map<String, Object> label(String text) {
        return Map.of(
                "@odata.type",
                TYPES + "Label",
                "LocalizedLabels",
                List.of(
                        Map.of(
                                "@odata.type",
                                TYPES + "LocalizedLabel",
                                "Label",
                                text,
                                "LanguageCode",
                                ENGLISH)));
    }
}
