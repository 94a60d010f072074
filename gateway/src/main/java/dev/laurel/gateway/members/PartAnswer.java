package dev.laurel.gateway.members;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What became of asking for one part. */
sealed interface PartAnswer {

    /** The service's answer. */
    record Given(JsonNode body) implements PartAnswer {

        /** The named list, empty where the answer has none. */
        JsonNode list(String name) {
            JsonNode list = body.get(name);
            return list != null && list.isArray() ? list : JsonNodeFactory.instance.arrayNode();
        }

        /** A value beside the list, or {@code null}. */
        @Nullable JsonNode value(String name) {
            JsonNode value = body.get(name);
            return value == null || value.isNull() ? null : value;
        }

        /** Whether there is anything in it about the member: zero balances say nothing. */
        boolean tells(Part part) {
            return value("lastActivity") != null
                    || list(part.list()).valueStream().anyMatch(Given::tells);
        }

        private static boolean tells(JsonNode item) {
            return !item.isObject()
                    || item.get("available") == null
                    || item.valueStream()
                            .filter(JsonNode::isNumber)
                            .anyMatch(number -> Objects.requireNonNull(number).asDouble() != 0);
        }
    }

    /** The service did not answer in time, or answered an error. */
    record Missing() implements PartAnswer {}
}
