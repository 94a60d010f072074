package dev.laurel.rules.programs.document;

import java.util.Map;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;
import tools.jackson.dataformat.yaml.util.StringQuotingChecker;

/** Writes documents for people, and compactly for the store. Thread-safe. */
public final class DocumentWriter {

    private final ObjectMapper compact = JsonMapper.builder().build();
    private final ObjectMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private final ObjectMapper yaml =
            YAMLMapper.builder(
                            YAMLFactory.builder()
                                    .stringQuotingChecker(new OnIsAWord())
                                    .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
                                    .enable(YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
                                    .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                                    .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                                    .disable(YAMLWriteFeature.SPLIT_LINES)
                                    .build())
                    .build();

    /** The document as a person reads it. */
    public byte[] write(Map<String, Object> document, DocumentFormat format) {
        return switch (format) {
            case JSON -> json.writeValueAsBytes(document);
            case YAML -> yaml.writeValueAsBytes(document);
        };
    }

    /** The document as one line of JSON, names in the document's order. */
    public String compact(Map<String, Object> document) {
        return compact.writeValueAsString(document);
    }

    /** The language's own {@code on} stays unquoted; YAML 1.2 has no other meaning for it. */
    private static final class OnIsAWord extends StringQuotingChecker.Default {

        private static final long serialVersionUID = 1L;

        @Override
        public boolean needToQuoteName(String name) {
            return !name.equals("on") && super.needToQuoteName(name);
        }
    }
}
