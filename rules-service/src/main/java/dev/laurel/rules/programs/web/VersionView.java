package dev.laurel.rules.programs.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.laurel.rules.programs.ProgramVersion;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A version with its document. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VersionView(
        String program,
        int version,
        String hash,
        Instant publishedAt,
        @Nullable Integer restoredFrom,
        Map<String, Object> document) {

    static VersionView of(ProgramVersion version) {
        return new VersionView(
                version.program(),
                version.version(),
                version.hash(),
                version.publishedAt(),
                version.restoredFrom(),
                version.document());
    }
}
