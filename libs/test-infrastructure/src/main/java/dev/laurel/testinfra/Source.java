package dev.laurel.testinfra;

import java.util.Locale;
import java.util.Optional;

/**
 * Which broker and database the tests use: {@code -Dlaurel.test.infrastructure=containers}, or
 * {@code LAUREL_TEST_INFRASTRUCTURE=containers} in the environment, starts them with Testcontainers
 * where a container engine is present. Nothing, or {@code embedded}, needs no engine.
 */
enum Source {
    EMBEDDED,
    CONTAINERS;

    static Source configured() {
        return of(
                Optional.ofNullable(System.getProperty("laurel.test.infrastructure"))
                        .or(() -> Optional.ofNullable(System.getenv("LAUREL_TEST_INFRASTRUCTURE")))
                        .orElse("embedded"));
    }

    static Source of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "embedded" -> EMBEDDED;
            case "containers" -> CONTAINERS;
            default ->
                    throw new IllegalArgumentException(
                            "Expected laurel.test.infrastructure to be embedded or containers, but"
                                    + " got \""
                                    + name
                                    + "\".");
        };
    }
}
