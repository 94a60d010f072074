package dev.laurel.crm.vendor.salesforce;

import dev.laurel.crm.mapping.FieldType;
import dev.laurel.crm.mapping.FieldValue;
import dev.laurel.crm.vendor.FieldSpec;
import dev.laurel.crm.vendor.FieldState;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Fields and values in Salesforce's types. */
final class SalesforceValues {

    private static final int LONGEST_LABEL = 40;
    private static final int DIGITS = 18;

    /** As Salesforce writes times. */
    private static final DateTimeFormatter THEIRS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXX");

    private static final DateTimeFormatter OURS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private SalesforceValues() {}

    /** What the Tooling API is to make. */
    static Map<String, Object> definition(FieldSpec field) {
        return Map.of("FullName", "Contact." + field.name(), "Metadata", metadata(field));
    }

    /** A field as Salesforce's metadata has it. */
    static Map<String, Object> metadata(FieldSpec field) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        String label = field.label();
        metadata.put("label", label.substring(0, Math.min(label.length(), LONGEST_LABEL)));
        switch (field.type()) {
            case INTEGER -> {
                metadata.put("type", "Number");
                metadata.put("precision", DIGITS);
                metadata.put("scale", 0);
            }
            case TEXT -> {
                metadata.put("type", "Text");
                metadata.put("length", FieldType.MAX_TEXT);
            }
            case INSTANT -> metadata.put("type", "DateTime");
            case BOOLEAN -> {
                metadata.put("type", "Checkbox");
                metadata.put("defaultValue", "false");
            }
        }
        if (field.unique()) {
            // Without "unique" the same id may be on several contacts, and an update by it fails.
            metadata.put("externalId", true);
            metadata.put("unique", true);
            metadata.put("caseSensitive", true);
        }
        return metadata;
    }

    /** How a field is that "describe" tells of. */
    static FieldState state(FieldSpec wanted, JsonNode field) {
        String type = field.path("type").asString("");
        boolean unique = field.path("unique").asBoolean(false);
        boolean updateable = field.path("updateable").asBoolean(false);
        int length = field.path("length").asInt(0);
        boolean fits =
                switch (wanted.type()) {
                    case INTEGER -> type.equals("double") || type.equals("int");
                    case TEXT -> type.equals("string") && length >= FieldType.MAX_TEXT;
                    case INSTANT -> type.equals("datetime");
                    case BOOLEAN -> type.equals("boolean");
                };
        return new FieldState(
                fits && updateable && (unique || !wanted.unique()),
                type
                        + (type.equals("string") ? " of " + length : "")
                        + (unique ? ", unique" : "")
                        + (updateable ? "" : ", not writable for this connection"));
    }

    /** A checkbox has no third state. */
    static @Nullable Object json(FieldValue value) {
        if (value.text().isEmpty()) {
            return value.type() == FieldType.BOOLEAN ? Boolean.FALSE : null;
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

    private static String instant(String theirs) {
        return time(theirs).map(OURS::format).orElse(theirs);
    }

    /** A time as Salesforce writes it. */
    static Optional<Instant> time(String theirs) {
        try {
            return Optional.of(OffsetDateTime.parse(theirs, THEIRS).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
