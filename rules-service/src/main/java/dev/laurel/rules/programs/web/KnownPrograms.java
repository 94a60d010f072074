package dev.laurel.rules.programs.web;

import dev.laurel.rules.programs.Program;
import dev.laurel.rules.programs.Programs;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.Problem;
import org.springframework.stereotype.Component;

/** Programs that a path may name. */
@Component
public class KnownPrograms {

    private final Programs programs;

    KnownPrograms(Programs programs) {
        this.programs = programs;
    }

    /**
     * The program of that id.
     *
     * @throws Problem {@link CommonProblem#UNKNOWN_PROGRAM} when there is no such program
     */
    public Program require(String program) {
        return programs.find(program)
                .orElseThrow(() ->
                        new Problem(
                                CommonProblem.UNKNOWN_PROGRAM,
                                "Expected a program that was created, but there is no '%s'."
                                        .formatted(program)));
    }
}
