package dev.laurel.rules.programs.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.laurel.rules.programs.ProgramVersion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A version without its document. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VersionSummary(
        String program,
        int version,
        String hash,
        Instant publishedAt,
        @Nullable Integer restoredFrom,
        @Nullable List<MechanicView> mechanics) {

    static VersionSummary of(ProgramVersion version) {
        return of(version, null);
    }

    /**
     * Of a version just made.
     *
     * @param mechanics what it does to members' progress
     */
    static VersionSummary of(ProgramVersion version, @Nullable List<MechanicView> mechanics) {
        return new VersionSummary(
                version.program(),
                version.version(),
                version.hash(),
                version.publishedAt(),
                version.restoredFrom(),
                mechanics);
    }
}
