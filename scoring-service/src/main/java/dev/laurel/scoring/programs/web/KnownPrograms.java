package dev.laurel.scoring.programs.web;

import dev.laurel.scoring.programs.Programs;
import dev.laurel.scoring.programs.Terms;
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
     * Returns what the program's version in force says.
     *
     * @throws Problem {@link CommonProblem#UNKNOWN_PROGRAM}
     */
    public Terms check(String program) {
        return programs.find(program)
                .orElseThrow(() ->
                        new Problem(
                                CommonProblem.UNKNOWN_PROGRAM,
                                "Expected a published program, but '%s' is none."
                                        .formatted(program)));
    }
}
