package dev.laurel.contracts.programs;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An immutable program version. Whoever reads one takes the parts of the document that it needs and
 * ignores the rest; only rules-service understands all of it.
 *
 * @param program the program's id, also the record's key
 * @param version counts from 1, without gaps
 * @param hash lower-case hex SHA-256 of the document's canonical JSON
 * @param publishedAt when it was published
 * @param document the whole program document, as in docs/program-language.md
 * @param revisions what became of members' progress on the way to this version, by mechanic such as
 *     {@code challenge:spring}; mechanics that never changed are left out, {@code null} when none
 *     did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PublishedProgram(
        String program,
        int version,
        String hash,
        Instant publishedAt,
        Map<String, Object> document,
        @Nullable Map<String, Revision> revisions) {

    /** What becomes of progress in a mechanic that changes. */
    public enum Choice {
        /** It goes on under the new definition, and what was awarded stands. */
        KEEP,
        /** It begins at zero; what was awarded stands. */
        RESTART,
        /** It is judged by the new definition as if that had always been there. */
        RECOMPUTE
    }

    /**
     * How the present definition of a mechanic came to be.
     *
     * @param changed the version that changed it last
     * @param choice what becomes of progress from before that
     * @param restarted the last version that let it begin anew, 0 for none
     */
    public record Revision(int changed, Choice choice, int restarted) {}

    /** A version that changed nothing with progress. */
    public PublishedProgram(
            String program,
            int version,
            String hash,
            Instant publishedAt,
            Map<String, Object> document) {
        this(program, version, hash, publishedAt, document, null);
    }

    public PublishedProgram {
        document = Collections.unmodifiableMap(new LinkedHashMap<>(document));
        revisions =
                revisions == null
                        ? null
                        : Collections.unmodifiableMap(new LinkedHashMap<>(revisions));
    }
}
