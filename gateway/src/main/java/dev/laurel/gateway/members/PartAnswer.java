package dev.laurel.gateway.members;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

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
                    || value("revision") != null
                    || value("since") != null
                    || list(part.list()).valueStream().anyMatch(Given::tells);
        }

        /** All that it has but for what the view says itself; {@code null} when that is nothing. */
        @Nullable JsonNode rest() {
            ObjectNode rest = body.isObject() ? (ObjectNode) body.deepCopy() : null;
            if (rest == null) {
                return null;
            }
            rest.remove(List.of("program", "member"));
            return rest.isEmpty() ? null : rest;
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
