package dev.laurel.rules.explanations.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.engine.teams.TeamContribution;
import dev.laurel.engine.teams.TeamMessages;
import dev.laurel.engine.teams.TeamNews;
import dev.laurel.rules.evaluation.TeamPeers;
import dev.laurel.rules.evaluation.TeamQuestions.Reply;
import dev.laurel.rules.evaluation.TeamQuestions.Reply.Told;
import dev.laurel.rules.evaluation.TeamQuestions.Reply.Unknown;
import dev.laurel.rules.explanations.Peers;
import dev.laurel.rules.explanations.Peers.Reply.Answered;
import dev.laurel.rules.explanations.Peers.Reply.Silent;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Asks other instances of this service about the teams that they keep. */
@Component
class AskedTeams implements TeamPeers {

    private static final TypeReference<List<byte[]>> MESSAGES = new TypeReference<>() {};
    private static final Map<String, List<String>> HEADERS =
            Map.of(
                    HttpHeaders.CONTENT_TYPE, List.of(MediaType.APPLICATION_OCTET_STREAM_VALUE),
                    HttpHeaders.ACCEPT, List.of(MediaType.APPLICATION_JSON_VALUE));

    /** Two teams, the old one and the new one, within what the member's answer may take. */
    private static final Duration ANSWERING = Duration.ofSeconds(5);

    private final Peers peers;
    private final JsonMapper json = JsonMapper.builder().build();

    AskedTeams(Peers peers) {
        this.peers = peers;
    }

    @Override
    public Reply ask(URI instance, String program, int version, TeamContribution contribution) {
        String target =
                "/internal/programs/%s/team-contributions?version=%d"
                        .formatted(URLEncoder.encode(program, UTF_8), version);
        return switch (peers.ask(
                instance, target, HEADERS, TeamMessages.encode(contribution), ANSWERING)) {
            case Answered(int status, var _, String body) when status == 200 ->
                    told(instance, body);
            case Answered(int status, var _, String body) ->
                    new Unknown(
                            "Expected %s to say what team '%s' has done, but it answered %d: %s"
                                    .formatted(instance, contribution.team(), status, body));
            case Silent(String reason) -> new Unknown(reason);
        };
    }

    private Reply told(URI instance, String body) {
        try {
            List<TeamNews> news =
                    json.readValue(body, MESSAGES).stream().map(TeamMessages::news).toList();
            return new Told(news);
        } catch (JacksonException | IllegalArgumentException unreadable) {
            return new Unknown(
                    "Expected news of a team from %s, but: %s".formatted(instance, unreadable));
        }
    }
}
