package dev.laurel.web.autoconfigure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Java types in the words of somebody who calls an API. */
final class ExpectedTypes {

    private static final Map<Class<?>, String> NAMES =
            Map.ofEntries(
                    Map.entry(int.class, "a whole number"),
                    Map.entry(Integer.class, "a whole number"),
                    Map.entry(long.class, "a whole number"),
                    Map.entry(Long.class, "a whole number"),
                    Map.entry(double.class, "a number"),
                    Map.entry(Double.class, "a number"),
                    Map.entry(boolean.class, "true or false"),
                    Map.entry(Boolean.class, "true or false"),
                    Map.entry(String.class, "a text"),
                    Map.entry(UUID.class, "a UUID"),
                    Map.entry(Instant.class, "an instant such as 2011-12-09T12:50:00Z"),
                    Map.entry(LocalDate.class, "a date such as 2011-12-09"));

    private ExpectedTypes() {}

    static String name(Class<?> type) {
        String name = NAMES.get(type);
        if (name != null) {
            return name;
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return "a JSON object";
    }
}
