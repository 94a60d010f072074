package dev.laurel.scoring.tiers.web;

import dev.laurel.scoring.ledger.Member;
import dev.laurel.scoring.programs.web.KnownPrograms;
import dev.laurel.scoring.tiers.Ladders;
import dev.laurel.tiers.Ladder;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.Problem;
import dev.laurel.web.Violation;
import java.util.List;
import org.springframework.stereotype.Component;

/** The checks of requests about tiers. */
@Component
class KnownLadders {

    private final KnownPrograms programs;
    private final Ladders ladders;

    KnownLadders(KnownPrograms programs, Ladders ladders) {
        this.programs = programs;
        this.ladders = ladders;
    }

    /**
     * The program's tiers.
     *
     * @throws Problem when there is no such program, or it has none
     */
    Ladder check(String program) {
        programs.check(program);
        return ladders.find(program)
                .orElseThrow(() ->
                        new Problem(
                                TierProblem.NO_TIERS,
                                "Expected a program with tiers, but '%s' has none."
                                        .formatted(program)));
    }

    /**
     * The program's tiers.
     *
     * @throws Problem when there is no such program, it has none, or the member id is none
     */
    Ladder check(String program, String member) {
        programs.check(program);
        if (!Member.isId(member)) {
            throw invalid(
                    CommonProblem.INVALID_PARAMETER,
                    "{member}",
                    "a member id of 1 to 200 characters without control characters",
                    "it was '%s'".formatted(member));
        }
        return check(program);
    }

    static Problem invalid(CommonProblem type, String pointer, String expected, String actual) {
        String message = "Expected %s, but %s.".formatted(expected, actual);
        return new Problem(type, message, List.of(new Violation(pointer, message, expected)));
    }
}
