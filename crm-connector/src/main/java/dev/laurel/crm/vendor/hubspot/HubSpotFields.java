package dev.laurel.crm.vendor.hubspot;

import dev.laurel.crm.mapping.FieldType;
import dev.laurel.crm.vendor.FieldSpec;
import dev.laurel.crm.vendor.FieldState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Fields as HubSpot's properties. */
final class HubSpotFields {

    static final String GROUP = "laurel";

    private HubSpotFields() {}

    static Map<String, Object> property(FieldSpec field) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("name", field.name());
        property.put("label", field.label());
        property.put("type", type(field.type()));
        property.put("fieldType", fieldType(field.type()));
        property.put("groupName", GROUP);
        if (field.unique()) {
            property.put("hasUniqueValue", true);
        }
        if (field.type() == FieldType.BOOLEAN) {
            property.put("options", List.of(option("Yes", "true", 0), option("No", "false", 1)));
        }
        return property;
    }

    static FieldState state(FieldSpec field, JsonNode property) {
        String type = property.path("type").asString("");
        boolean unique = property.path("hasUniqueValue").asBoolean(false);
        return new FieldState(
                type.equals(type(field.type())) && (unique || !field.unique()),
                type + (unique ? ", unique" : ""));
    }

    private static String type(FieldType type) {
        return switch (type) {
            case INTEGER -> "number";
            case TEXT -> "string";
            case INSTANT -> "datetime";
            case BOOLEAN -> "bool";
        };
    }

    private static String fieldType(FieldType type) {
        return switch (type) {
            case INTEGER -> "number";
            case TEXT -> "text";
            case INSTANT -> "date";
            case BOOLEAN -> "booleancheckbox";
        };
    }

    private static Map<String, Object> option(String label, String value, int order) {
        return Map.of("label", label, "value", value, "displayOrder", order, "hidden", false);
    }
}
