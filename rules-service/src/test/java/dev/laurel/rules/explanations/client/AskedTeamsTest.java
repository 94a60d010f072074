package dev.laurel.rules.explanations.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.decisions.ChallengeDecision.StepProgress;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.state.ChallengeKey;
import dev.laurel.engine.state.MetricCell;
import dev.laurel.engine.state.MetricKey;
import dev.laurel.engine.teams.TeamContribution;
import dev.laurel.engine.teams.TeamContribution.Part;
import dev.laurel.engine.teams.TeamMessages;
import dev.laurel.engine.teams.TeamNews;
import dev.laurel.rules.evaluation.TeamQuestions.Reply;
import dev.laurel.rules.evaluation.TeamQuestions.Reply.Told;
import dev.laurel.rules.evaluation.TeamQuestions.Reply.Unknown;
import dev.laurel.rules.explanations.Peers;
import dev.laurel.rules.explanations.Peers.Reply.Answered;
import dev.laurel.rules.explanations.Peers.Reply.Silent;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedTeamsTest {

    private static final URI INSTANCE = URI.create("http://rules-2:8082");
    private static final Event EVENT =
            new Event(
                    "/tills/7", "1", "sale", "ann", Instant.EPOCH, Instant.EPOCH, false, Map.of());
    private static final TeamContribution CONTRIBUTION =
            new TeamContribution(
                    "red",
                    "ann",
                    EVENT,
                    List.of(
                            new Part(
                                    MetricKey.within("potluck", "sales"),
                                    new MetricCell.Total(1),
                                    false)));

    private static Reply ask(Peers peers) {
        return new AskedTeams(peers).ask(INSTANCE, "corner-shop", 3, CONTRIBUTION);
    }

    @Test
    void sendsTheContributionAndReadsTheNews() {
        // Given
        TeamNews news =
                new TeamNews(
                        "red",
                        "ann",
                        new ChallengeKey("potluck", 0),
                        List.of(new StepProgress("sales", 1, 2, 20)),
                        0,
                        2,
                        true,
                        EVENT);
        Peers peers =
                (instance, target, headers, body, patience) -> {
                    assertThat(instance).isEqualTo(INSTANCE);
                    assertThat(target)
                            .isEqualTo(
                                    "/internal/programs/corner-shop/team-contributions?version=3");
                    assertThat(TeamMessages.contribution(body)).isEqualTo(CONTRIBUTION);
                    String told = Base64.getEncoder().encodeToString(TeamMessages.encode(news));
                    return new Answered(200, Map.of(), "[\"" + told + "\"]");
                };

        // When
        Reply reply = ask(peers);

        // Then
        assertThat(reply).isEqualTo(new Told(List.of(news)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "503|nobody|503",
                "200|nonsense|news",
                "200|[\"AAAA\"]|version 1",
                "200|{}|news"
            })
    void saysWhatCameInstead(int status, String body, String reason) {
        // When
        Reply reply =
                ask((instance, target, headers, sent, patience) ->
                        new Answered(status, Map.of(), body));

        // Then
        assertThat(reply)
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown ->
                                assertThat(unknown.reason()).contains(reason).contains("rules-2"));
    }

    @Test
    void saysThatNobodyAnswered() {
        assertThat(ask((instance, target, headers, sent, patience) -> new Silent("Nobody there.")))
                .isEqualTo(new Unknown("Nobody there."));
    }
}
