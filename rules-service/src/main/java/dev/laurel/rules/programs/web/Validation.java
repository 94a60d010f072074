package dev.laurel.rules.programs.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.laurel.rules.programs.Changes;
import dev.laurel.rules.programs.Finding;
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
 */
record Validation(
        boolean valid,
        @JsonInclude(content = JsonInclude.Include.ALWAYS) List<Finding> problems,
        List<Finding> warnings,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer comparedWith,
        Map<String, Changes> changes) {}
