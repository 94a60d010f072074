package dev.laurel.members.registry.web;

import dev.laurel.members.registry.MemberId;
import dev.laurel.members.registry.Programs;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.Problem;
import dev.laurel.web.Violation;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Checks what a path names. */
@Component
public class MemberPaths {

    private final Programs programs;

    MemberPaths(Programs programs) {
        this.programs = programs;
    }

    public void requireProgram(String program) {
        if (!programs.exists(program)) {
            throw new Problem(
                    CommonProblem.UNKNOWN_PROGRAM,
                    "Expected a published program, but '%s' is none.".formatted(program));
        }
    }

    public MemberId require(String program, String member) {
        requireProgram(program);
        if (!MemberId.isMember(member)) {
            String expected =
                    "a member id of 1 to %d characters without control characters"
                            .formatted(MemberId.MAX_LENGTH);
            String message = "Expected %s, but it was '%s'.".formatted(expected, member);
            throw new Problem(
                    CommonProblem.INVALID_PARAMETER,
                    message,
                    List.of(new Violation("{member}", message, expected)));
        }
        return new MemberId(program, member);
    }

    void requireChallenge(String program, String challenge) {
        if (!programs.hasChallenge(program, challenge)) {
            Set<String> known = programs.challenges(program);
            throw new Problem(
                    MemberProblem.UNKNOWN_CHALLENGE,
                    "Expected %s, but there is no challenge '%s'."
                            .formatted(
                                    known.isEmpty()
                                            ? "a program with challenges"
                                            : "one of " + known,
                                    challenge));
        }
    }

    static Problem erased(MemberId id) {
        return new Problem(
                MemberProblem.MEMBER_ERASED,
                "Expected a member of program '%s' who was not erased, but '%s' was."
                        .formatted(id.program(), id.member()));
    }

    static Problem unknown(MemberId id) {
        return new Problem(
                CommonProblem.UNKNOWN_MEMBER,
                "Expected a member that was registered with program '%s', but '%s' was not."
                        .formatted(id.program(), id.member()));
    }
}
