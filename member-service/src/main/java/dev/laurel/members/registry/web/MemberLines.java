package dev.laurel.members.registry.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.web.CommonProblem;
import dev.laurel.web.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** The lines of a body, each a JSON object for itself; empty ones are passed over. */
@Component
class MemberLines {

    private final JsonMapper json;
    private final ObjectReader trees;

    MemberLines(JsonMapper json) {
        this.json = json;
        this.trees =
                json.readerFor(JsonNode.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /** A line that may be no JSON. */
    final class Line {

        private final int number;
        private final @Nullable JsonNode tree;
        private final String fault;

        private Line(int number, String text) {
            this.number = number;
            JsonNode read = null;
            String broken = "something else";
            try {
                read = trees.readValue(text);
            } catch (JacksonException syntax) {
                broken = syntax.getOriginalMessage();
            }
            this.tree = read;
            this.fault = broken;
        }

        /** From 1. */
        int number() {
            return number;
        }

        @Nullable String member() {
            return tree != null && tree.path("member").isString()
                    ? tree.path("member").asString()
                    : null;
        }

        /**
         * What it says, for the caller to take apart.
         *
         * @throws Problem when it is no JSON object
         */
        Map<String, @Nullable Object> object() {
            if (tree == null || !tree.isObject()) {
                throw new Problem(
                        CommonProblem.INVALID_CONTENT,
                        "Expected a JSON object on the line, but it was %s.".formatted(fault));
            }
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            tree.properties()
                    .forEach(it ->
                            object.put(it.getKey(), json.treeToValue(it.getValue(), Object.class)));
            return object;
        }
    }

    List<Line> of(byte[] body) {
        List<Line> lines = new ArrayList<>();
        String[] texts = new String(body, UTF_8).split("\n", -1);
        for (int index = 0; index < texts.length; index++) {
            if (!texts[index].isBlank()) {
                lines.add(new Line(index + 1, texts[index]));
            }
        }
        return lines;
    }
}
