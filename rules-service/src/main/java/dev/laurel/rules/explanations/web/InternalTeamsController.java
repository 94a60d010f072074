package dev.laurel.rules.explanations.web;

import dev.laurel.engine.teams.TeamContribution;
import dev.laurel.engine.teams.TeamMessages;
import dev.laurel.rules.evaluation.TeamQuestions;
import dev.laurel.rules.evaluation.TeamQuestions.Reply.KeptElsewhere;
import dev.laurel.rules.evaluation.TeamQuestions.Reply.Told;
import dev.laurel.rules.evaluation.TeamQuestions.Reply.Unknown;
import dev.laurel.web.CommonProblem;
import dev.laurel.web.Problem;
import java.net.URI;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a contribution would do for a team that this instance keeps, for other instances of this
 * service; not routed by the gateway. In the form in which both go through the topology.
 */
@RestController
class InternalTeamsController {

    private final TeamQuestions teams;

    InternalTeamsController(TeamQuestions teams) {
        this.teams = teams;
    }

    @PostMapping(
            path = "/internal/programs/{program}/team-contributions",
            consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    List<byte[]> news(
            @PathVariable String program, @RequestParam int version, @RequestBody byte[] body) {
        return switch (teams.ask(program, version, contribution(body))) {
            case Told(var news) -> news.stream().map(TeamMessages::encode).toList();
            case KeptElsewhere(URI instance) ->
                    throw new Problem(
                            ExplanationProblem.NOT_EXPLAINABLE,
                            "Expected this instance to keep the team's state, as another one said, but %s does by now."
                                    .formatted(instance));
            case Unknown(String reason) ->
                    throw new Problem(ExplanationProblem.NOT_EXPLAINABLE, reason);
        };
    }

    private static TeamContribution contribution(byte[] body) {
        try {
            return TeamMessages.contribution(body);
        } catch (IllegalArgumentException broken) {
            throw new Problem(
                    CommonProblem.UNREADABLE_REQUEST, String.valueOf(broken.getMessage()));
        }
    }
}
