package dev.laurel.rules.explanations.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.engine.events.Event;
import dev.laurel.engine.teams.TeamContribution;
import dev.laurel.engine.teams.TeamMessages;
import dev.laurel.rules.evaluation.TeamQuestions.Reply;
import dev.laurel.rules.evaluation.TeamQuestions.Reply.KeptElsewhere;
import dev.laurel.rules.evaluation.TeamQuestions.Reply.Told;
import dev.laurel.rules.evaluation.TeamQuestions.Reply.Unknown;
import dev.laurel.web.Problem;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InternalTeamsControllerTest {

    private static final byte[] CONTRIBUTION =
            TeamMessages.encode(
                    new TeamContribution(
                            "red",
                            "ann",
                            new Event(
                                    "/tills/7",
                                    "1",
                                    "sale",
                                    "ann",
                                    Instant.EPOCH,
                                    Instant.EPOCH,
                                    false,
                                    Map.of()),
                            List.of()));

    static Stream<Reply> otherReplies() {
        return Stream.of(
                new KeptElsewhere(URI.create("http://rules-3:8082")),
                new Unknown("Expected rules-3 to keep it, but nobody does."));
    }

    @ParameterizedTest
    @MethodSource("otherReplies")
    void asksNobodyElse(Reply reply) {
        InternalTeamsController controller =
                new InternalTeamsController((program, version, contribution) -> reply);

        assertThatThrownBy(() -> controller.news("corner-shop", 3, CONTRIBUTION))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("rules-3");
    }

    @Test
    void takesNothingThatIsNoContribution() {
        InternalTeamsController controller =
                new InternalTeamsController(
                        (program, version, contribution) -> new Told(List.of()));

        assertThatThrownBy(() -> controller.news("corner-shop", 3, new byte[] {9}))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("version 9");
    }
}
