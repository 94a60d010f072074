package dev.laurel.rules.programs.web;

import dev.laurel.web.CommonProblem;
import dev.laurel.web.Problem;
import dev.laurel.web.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request to publish says, if it says anything: {@code {"progress": {"challenge:spring":
 * "restart"}}}.
 */
final class PublicationBody {

    private static final String PROGRESS = "progress";

    private PublicationBody() {}

    /**
     * The choices by mechanic.
     *
     * @throws Problem {@link CommonProblem#INVALID_CONTENT} for anything else in the body
     */
    static Map<String, String> choices(@Nullable Map<String, Object> body) {
        if (body == null) {
            return Map.of();
        }
        List<Violation> violations = new ArrayList<>();
        Map<String, String> choices = new LinkedHashMap<>();
        body.forEach((name, value) -> {
            if (!name.equals(PROGRESS)) {
                violations.add(
                        new Violation(
                                "/" + name,
                                "Expected 'progress', but it was '%s'.".formatted(name),
                                PROGRESS));
            } else if (value instanceof Map<?, ?> given) {
                given.forEach((mechanic, choice) ->
                        choices.put(String.valueOf(mechanic), String.valueOf(choice)));
            } else {
                violations.add(
                        new Violation(
                                "/progress",
                                "Expected a choice by mechanic, but it was %s.".formatted(value),
                                "an object"));
            }
        });
        if (!violations.isEmpty()) {
            throw new Problem(
                    CommonProblem.INVALID_CONTENT, violations.getFirst().message(), violations);
        }
        return choices;
    }
}
