package dev.laurel.contracts.programs;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a field of an event's data can be declared as. */
enum FieldType {
    DOUBLE("a number") {
        @Override
        boolean admits(Object value) {
            return value instanceof Number;
        }
    },
    INT("a whole number without a decimal point") {
        @Override
        boolean admits(Object value) {
            return value instanceof Integer || value instanceof Long;
        }
    },
    STRING("a string") {
        @Override
        boolean admits(Object value) {
            return value instanceof String;
        }
    },
    BOOL("true or false") {
        @Override
        boolean admits(Object value) {
            return value instanceof Boolean;
        }
    },
    TIMESTAMP("a time as in RFC 3339, such as 2011-11-01T08:26:00Z") {
        @Override
        boolean admits(Object value) {
            return value instanceof String text && isInstant(text);
        }
    },
    LIST("an array") {
        @Override
        boolean admits(Object value) {
            return value instanceof List;
        }
    },
    MAP("an object") {
        @Override
        boolean admits(Object value) {
            return value instanceof Map;
        }
    };

    private final String description;

    FieldType(String description) {
        this.description = description;
    }

    abstract boolean admits(Object value);

    /** For people: what a value of this type looks like. */
    String description() {
        return description;
    }

    /** The type that a program calls by this name, or {@code null}. */
    static @Nullable FieldType named(String name) {
        return switch (name) {
            case "double" -> DOUBLE;
            case "int" -> INT;
            case "string" -> STRING;
            case "bool" -> BOOL;
            case "timestamp" -> TIMESTAMP;
            case "list" -> LIST;
            case "map" -> MAP;
            default -> null;
        };
    }

    private static boolean isInstant(String text) {
        if (text.startsWith("+") || text.startsWith("-")) {
            return false; // a year of other than four digits
        }
        try {
            Instant _ = Instant.parse(text);
            return true;
        } catch (DateTimeParseException _) {
            return false;
        }
    }
}
