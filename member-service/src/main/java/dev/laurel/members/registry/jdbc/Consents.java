package dev.laurel.members.registry.jdbc;

import dev.laurel.members.registry.Consent;
import java.util.Map;

/** The form in which {@code member.consents} is kept. */
record Consents(Map<String, Consent> byName) {

    Consents {
        // A member of whom nothing was said yet.
        byName = byName == null ? Map.of() : byName;
    }
}
