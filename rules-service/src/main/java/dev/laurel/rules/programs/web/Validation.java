package dev.laurel.rules.programs.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.laurel.rules.programs.Changes;
import dev.laurel.rules.programs.Finding;
import dev.laurel.rules.programs.Findings;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a draft would do if it were published.
 *
 * @param valid whether it can be
 * @param problems all that keeps it from it
 * @param warnings what is probably not meant
 * @param comparedWith the live version, absent before the first publication
 * @param changes against the live version, by section of the document
 * @param mechanics those of them with members' progress, and what becomes of it if nobody says so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Validation(
        boolean valid,
        List<Remark> problems,
        List<Remark> warnings,
        @Nullable Integer comparedWith,
        Map<String, Changes> changes,
        List<MechanicView> mechanics) {

    /** A finding without what it has not. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Remark(
            String pointer,
            String message,
            @Nullable String expected,
            @Nullable Integer line,
            @Nullable Integer column) {

        private static Remark of(Finding finding) {
            return new Remark(
                    finding.pointer(),
                    finding.message(),
                    finding.expected(),
                    finding.line(),
                    finding.column());
        }
    }

    static Validation of(
            Findings findings,
            @Nullable Integer comparedWith,
            Map<String, Changes> changes,
            List<MechanicView> mechanics) {
        return new Validation(
                findings.isValid(),
                findings.problems().stream().map(Remark::of).toList(),
                findings.warnings().stream().map(Remark::of).toList(),
                comparedWith,
                changes,
                mechanics);
    }
}
