package dev.laurel.cloudevents;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** Says in a sentence why a text is not JSON. */
final class JsonFaults {

    private JsonFaults() {}

    static String sentence(JacksonException fault) {
        TokenStreamLocation location = fault.getLocation();
        return location == null
                ? fault.getOriginalMessage() + "."
                : "%s (line %d, column %d)."
                        .formatted(
                                fault.getOriginalMessage(),
                                location.getLineNr(),
                                location.getColumnNr());
    }
}
