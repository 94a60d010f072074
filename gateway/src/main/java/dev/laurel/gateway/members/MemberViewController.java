package dev.laurel.gateway.members;

import dev.laurel.gateway.GatewayProblem;
import dev.laurel.gateway.members.PartAnswer.Given;
import dev.laurel.gateway.members.PartAnswer.Missing;
import dev.laurel.programfeed.ProgramFeed;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code GET /v1/programs/{p}/members/{m}}. */
@RestController
class MemberViewController {

    private static final Duration NEWS = Duration.ofSeconds(2);

    private final MemberParts parts;
    private final ProgramFeed programs;

    MemberViewController(MemberParts parts, ProgramFeed programs) {
        this.parts = parts;
        this.programs = programs;
    }

    /** The composed view; 404 when every service answered and none knows the member. */
    @GetMapping(
            path = "/v1/programs/{program}/members/{member}",
            produces = MediaType.APPLICATION_JSON_VALUE)
    MemberView view(@PathVariable String program, @PathVariable String member) {
        requireProgram(program);
        Map<Part, PartAnswer> answers = parts.ask(program, member);
        List<String> unavailable =
                answers.entrySet().stream()
                        .filter(entry -> entry.getValue() instanceof Missing)
                        .map(entry -> entry.getKey().label())
                        .toList();
        if (unavailable.size() == answers.size()) {
            throw new Problem(
                    GatewayProblem.SERVICE_DOWN,
                    "Expected at least one of %s, but no service answered.".formatted(unavailable));
        }
        if (unavailable.isEmpty() && answers.entrySet().stream().noneMatch(this::tells)) {
            throw new Problem(
                    CommonProblem.UNKNOWN_MEMBER,
                    "Expected a member of program '%s', but nothing is known of '%s'."
                            .formatted(program, member));
        }
        return new MemberView(
                program,
                member,
                answers.get(Part.ATTRIBUTES) instanceof Given registry ? registry.rest() : null,
                list(answers, Part.WALLETS),
                answers.get(Part.TIER) instanceof Given tier ? tier.rest() : null,
                list(answers, Part.BADGES),
                list(answers, Part.CHALLENGES),
                list(answers, Part.STREAKS),
                list(answers, Part.RANKS),
                answers.get(Part.CHALLENGES) instanceof Given rules
                        ? rules.value("lastActivity")
                        : null,
                unavailable);
    }

    private void requireProgram(String program) {
        boolean known =
                programs.find(program).isPresent()
                        || (programs.catchUp(NEWS) && programs.find(program).isPresent());
        if (!known) {
            throw new Problem(
                    CommonProblem.UNKNOWN_PROGRAM,
                    "Expected a published program, but there is none with the id '%s'."
                            .formatted(program));
        }
    }

    private boolean tells(Map.Entry<Part, PartAnswer> answer) {
        return answer.getValue() instanceof Given given && given.tells(answer.getKey());
    }

    private static @Nullable JsonNode list(Map<Part, PartAnswer> answers, Part part) {
        return answers.get(part) instanceof Given given ? given.list(part.list()) : null;
    }
}
