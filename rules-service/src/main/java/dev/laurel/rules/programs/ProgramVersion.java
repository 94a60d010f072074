package dev.laurel.rules.programs;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A published version, immutable.
 *
 * @param program the program
 * @param version counts from 1, without gaps
 * @param hash lower-case hex SHA-256 of the document's canonical JSON
 * @param publishedAt when it was published
 * @param restoredFrom the older version whose content it has, {@code null} when it came from a
 *     draft
 * @param document the whole document
 * @param revisions what became of members' progress on the way here, by mechanic such as {@code
 *     challenge:spring}; those that never changed are left out
 */
public record ProgramVersion(
        String program,
        int version,
        String hash,
        Instant publishedAt,
        @Nullable Integer restoredFrom,
        Map<String, Object> document,
        Map<String, Revision> revisions) {

    public ProgramVersion {
        revisions = Collections.unmodifiableMap(new LinkedHashMap<>(revisions));
    }
}
