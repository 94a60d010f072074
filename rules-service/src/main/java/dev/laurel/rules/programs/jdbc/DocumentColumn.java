package dev.laurel.rules.programs.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.rules.programs.document.CanonicalJson;
import dev.laurel.rules.programs.document.DocumentFormat;
import dev.laurel.rules.programs.document.DocumentReader;
import dev.laurel.rules.programs.document.DocumentWriter;
import dev.laurel.rules.programs.document.UnreadableDocument;
import java.util.Map;

/** Documents as they stand in the database: one line of JSON, in the writer's order. */
final class DocumentColumn {

    private final DocumentReader reader = new DocumentReader();
    private final DocumentWriter writer = new DocumentWriter();

    Map<String, Object> read(String text) {
        try {
            return reader.read(text.getBytes(UTF_8), DocumentFormat.JSON);
        } catch (UnreadableDocument e) {
            throw new IllegalStateException(
                    "Expected a stored document to be readable, but: " + e.getMessage(), e);
        }
    }

    String write(Map<String, Object> document) {
        return writer.compact(document);
    }

    /** Another one for every other text, order of names included. */
    static String tagOf(String text) {
        return CanonicalJson.hash(text).substring(0, 32);
    }
}
