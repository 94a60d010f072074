package dev.laurel.rules.programs.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.laurel.rules.programs.ProgramVersion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A version without its document. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VersionSummary(
        String program,
        int version,
        String hash,
        Instant publishedAt,
        @Nullable Integer restoredFrom) {

    static VersionSummary of(ProgramVersion version) {
        return new VersionSummary(
                version.program(),
                version.version(),
                version.hash(),
                version.publishedAt(),
                version.restoredFrom());
    }
}
