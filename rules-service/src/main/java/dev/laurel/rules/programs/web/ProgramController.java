package dev.laurel.rules.programs.web;

import dev.laurel.contracts.MemberKey;
import dev.laurel.rules.programs.Program;
import dev.laurel.rules.programs.Programs;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.Problem;
import dev.laurel.web.Violation;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/programs/{program}")
class ProgramController {

    private static final int MAX_NAME_LENGTH = 200;

    /** What a program can be created or renamed with. */
    record Naming(String name) {

        Naming {
            if (name == null || name.isBlank() || name.length() > MAX_NAME_LENGTH) {
                throw new IllegalArgumentException(
                        "Expected a name of 1 to %d characters, but it was '%s'."
                                .formatted(MAX_NAME_LENGTH, name));
            }
        }
    }

    private final Programs programs;
    private final KnownPrograms known;

    ProgramController(Programs programs, KnownPrograms known) {
        this.programs = programs;
        this.known = known;
    }

    @GetMapping
    Program get(@PathVariable String program) {
        return known.require(program);
    }

    @PutMapping
    ResponseEntity<Program> put(@PathVariable String program, @RequestBody Naming naming) {
        if (!program.matches(MemberKey.PROGRAM_PATTERN)) {
            String message =
                    "Expected a program id of the form %s, but it was '%s'."
                            .formatted(MemberKey.PROGRAM_PATTERN, program);
            throw new Problem(
                    CommonProblem.INVALID_PARAMETER,
                    message,
                    List.of(new Violation("{program}", message, MemberKey.PROGRAM_PATTERN)));
        }
        boolean created = programs.put(program, naming.name());
        return created
                ? ResponseEntity.created(URI.create("/v1/programs/" + program))
                        .body(known.require(program))
                : ResponseEntity.ok(known.require(program));
    }
}
