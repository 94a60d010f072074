package dev.laurel.contracts.programs;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An immutable program version. Whoever reads one takes the parts of the document that it needs and
 * ignores the rest; only rules-service understands all of it.
 *
 * @param program the program's id, also the record's key
 * @param version counts from 1, without gaps
 * @param hash lower-case hex SHA-256 of the document's canonical JSON
 * @param publishedAt when it was published
 * @param document the whole program document, as in docs/program-language.md
 */
public record PublishedProgram(
        String program,
        int version,
        String hash,
        Instant publishedAt,
        Map<String, Object> document) {

    public PublishedProgram {
        document = Collections.unmodifiableMap(new LinkedHashMap<>(document));
    }
}
