package dev.laurel.rules.programs.document;

import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;

/**
 * Reads documents that anybody may have written: bounded in size, depth and number length, without
 * YAML aliases (which can make a small text enormous), without duplicate names. Thread-safe.
 */
public final class DocumentReader {

    /** Longest document in bytes; a program of a thousand rules has about 300 KB. */
    public static final int MAX_BYTES = 2 * 1024 * 1024;

    private static final int MAX_DEPTH = 40;
    private static final int MAX_NUMBER_LENGTH = 40;
    private static final int MAX_NAME_LENGTH = 500;

    private static final StreamReadConstraints LIMITS =
            StreamReadConstraints.builder()
                    .maxDocumentLength(MAX_BYTES)
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(MAX_NUMBER_LENGTH)
                    .maxNameLength(MAX_NAME_LENGTH)
                    .maxStringLength(MAX_BYTES)
                    .build();

    private final TokenStreamFactory json =
            JsonFactory.builder()
                    .streamReadConstraints(LIMITS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();
    private final TokenStreamFactory yaml =
            YAMLFactory.builder()
                    .streamReadConstraints(LIMITS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .loadSettings(LoadSettings.builder().setCodePointLimit(MAX_BYTES).build())
                    .build();

    /**
     * Reads one document.
     *
     * @return a tree of maps, lists, strings, numbers, booleans and nulls, in the text's order
     * @throws UnreadableDocument when the text is not one object within the limits
     */
    public Map<String, Object> read(byte[] text, DocumentFormat format) throws UnreadableDocument {
        if (text.length > MAX_BYTES) {
            throw new UnreadableDocument(
                    "Expected a document of at most %d bytes, but it has %d."
                            .formatted(MAX_BYTES, text.length),
                    0,
                    0);
        }
        TokenStreamFactory factory = format == DocumentFormat.YAML ? yaml : json;
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
            return new TreeBuilder(parser).document();
        } catch (JacksonException e) {
            throw unreadable(e, format);
        }
    }

    private static UnreadableDocument unreadable(JacksonException problem, DocumentFormat format) {
        String[] sentences = problem.getOriginalMessage().split("\\R", 2);
        TokenStreamLocation location = problem.getLocation();
        return new UnreadableDocument(
                "Expected a %s document, but: %s".formatted(format, sentences[0]),
                location == null ? 0 : location.getLineNr(),
                location == null ? 0 : location.getColumnNr());
    }
}
