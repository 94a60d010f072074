package dev.laurel.scoring.programs.web;

import dev.laurel.scoring.programs.Programs;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.Problem;
import org.springframework.stereotype.Component;

/** The check that every address under {@code /v1/programs/{program}} begins with. */
@Component
public final class KnownPrograms {

    private final Programs programs;

    KnownPrograms(Programs programs) {
        this.programs = programs;
    }

    /**
     * Returns when the program is published.
     *
     * @throws Problem {@link CommonProblem#UNKNOWN_PROGRAM}
     */
    public void check(String program) {
        if (!programs.isPublished(program)) {
            throw new Problem(
                    CommonProblem.UNKNOWN_PROGRAM,
                    "Expected a published program, but '%s' is none.".formatted(program));
        }
    }
}
