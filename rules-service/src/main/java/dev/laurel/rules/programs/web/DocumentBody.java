package dev.laurel.rules.programs.web;

import dev.laurel.rules.programs.document.DocumentFormat;
import dev.laurel.rules.programs.document.DocumentReader;
import dev.laurel.rules.programs.document.DocumentWriter;
import dev.laurel.rules.programs.document.UnreadableDocument;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.EntityTag;
import dev.laurel.web.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Documents and their parts as HTTP bodies: JSON or YAML, each with an entity tag of its own. */
@Component
class DocumentBody {

    static final String YAML = "application/yaml";
    static final String JSON = MediaType.APPLICATION_JSON_VALUE;

    private static final MediaType YAML_TYPE = MediaType.parseMediaType(YAML);
    private static final String YAML_SUFFIX = "-yaml";

    private final DocumentReader reader = new DocumentReader();
    private final DocumentWriter writer = new DocumentWriter();

    /**
     * Reads a body.
     *
     * @throws Problem {@link CommonProblem#UNREADABLE_REQUEST} with line and column
     */
    Map<String, Object> read(byte[] body, @Nullable MediaType contentType) {
        try {
            return reader.read(
                    body,
                    YAML_TYPE.isCompatibleWith(contentType)
                            ? DocumentFormat.YAML
                            : DocumentFormat.JSON);
        } catch (UnreadableDocument e) {
            throw new Problem(CommonProblem.UNREADABLE_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    /** The answer with a document in the format that the caller likes better. */
    ResponseEntity<byte[]> answer(
            HttpStatus status, Map<String, Object> document, String tag, HttpHeaders request) {
        DocumentFormat format = preferred(request.getAccept());
        boolean yaml = format == DocumentFormat.YAML;
        return ResponseEntity.status(status)
                .contentType(yaml ? YAML_TYPE : MediaType.APPLICATION_JSON)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .eTag(new EntityTag(yaml ? tag + YAML_SUFFIX : tag).toString())
                .body(writer.write(document, format));
    }

    /**
     * Lets a write go on if the caller has seen the present content, in whichever format.
     *
     * @throws Problem see {@link EntityTag#requireMatch}
     */
    static void requireSeen(String tag, HttpHeaders request) {
        String ifMatch = request.getFirst(HttpHeaders.IF_MATCH);
        new EntityTag(tag)
                .requireMatch(ifMatch == null ? null : ifMatch.replace(YAML_SUFFIX + '"', "\""));
    }

    private static DocumentFormat preferred(List<MediaType> accepted) {
        return accepted.stream()
                        .sorted(Comparator.comparingDouble(MediaType::getQualityValue).reversed())
                        .filter(type ->
                                type.isCompatibleWith(YAML_TYPE)
                                        || type.isCompatibleWith(MediaType.APPLICATION_JSON))
                        .findFirst()
                        .filter(type -> !type.isCompatibleWith(MediaType.APPLICATION_JSON))
                        .isPresent()
                ? DocumentFormat.YAML
                : DocumentFormat.JSON;
    }
}
