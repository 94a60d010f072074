package dev.laurel.rules.evaluation.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.Engine;
import dev.laurel.engine.Result;
import dev.laurel.engine.events.Event;
import dev.laurel.engine.members.Member;
import dev.laurel.engine.state.ChallengeKey;
import dev.laurel.engine.state.MemberState;
import dev.laurel.engine.teams.TeamNews;
import dev.laurel.rules.evaluation.Explanations.ForTeam;
import dev.laurel.rules.evaluation.ProgramInForce;
import dev.laurel.rules.evaluation.ProgramsInForce.Known.Usable;
import dev.laurel.rules.evaluation.TeamPeers;
import dev.laurel.rules.evaluation.TeamQuestions;
import dev.laurel.rules.evaluation.TeamQuestions.Reply.KeptElsewhere;
import dev.laurel.rules.evaluation.TeamQuestions.Reply.Told;
import dev.laurel.rules.evaluation.TeamQuestions.Reply.Unknown;
import dev.laurel.testinfra.MutableClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class TeamExplanationsTest {

    static final String PROGRAM =
            """
            program: shop
            timeZone: Europe/London
            wallets: [ { id: stars } ]
            events: { purchase: { amount: double } }
            metrics: [ { id: spend, on: purchase, value: sum(event.data.amount) } ]
            challenges:
              - id: potluck
                by: team
                steps: [ { id: hundred, measure: spend, target: 100 } ]
                award: { stars: 50 }
            """;

    private static final Instant NOON = Instant.parse("2011-11-15T12:00:00Z");
    private static final URI OTHER = URI.create("http://rules-2:8082");
    private static final Event PURCHASE =
            new Event(
                    "/tills/7", "1", "purchase", "ann", NOON, NOON, false, Map.of("amount", 120.0));
    private static final TeamPeers NOBODY =
            (instance, program, version, contribution) -> {
                throw new AssertionError("Expected nobody else to be asked, but " + instance);
            };

    private final ProgramInForce program = program();
    private final MutableClock clock = MutableClock.at(NOON);

    private static ProgramInForce program() {
        ProgramsInMemory programs = new ProgramsInMemory();
        programs.publish(3, PROGRAM);
        return ((Usable) programs.find("shop")).program();
    }

    /** What a purchase of ann, who is of the red team, does for her by way of it. */
    private List<ForTeam> explained(TeamExplanations teams) {
        Member ann =
                new Member(
                        "ann",
                        null,
                        null,
                        Set.of(),
                        List.of(new Member.Membership("red", Instant.EPOCH)),
                        Map.of(),
                        Map.of());
        Result result =
                Engine.decide(program.program(), ann, MemberState.EMPTY, _ -> null, PURCHASE);
        assertThat(result.contributions()).hasSize(1);
        return teams.of("shop", program, result);
    }

    private static TeamNews completed() {
        return new TeamNews(
                "red", "ann", new ChallengeKey("potluck", 0), List.of(), 1, 1, true, PURCHASE);
    }

    @Test
    void givesTheMemberWhatFollowsFromTheNews() {
        // Given
        TeamQuestions kept = (id, version, contribution) -> new Told(List.of(completed()));

        // When
        List<ForTeam> forTeams = explained(new TeamExplanations(kept, NOBODY, clock));

        // Then
        assertThat(forTeams)
                .singleElement()
                .satisfies(red -> {
                    assertThat(red.unknown()).isNull();
                    assertThat(red.decisions().getFirst().points().getFirst().points())
                            .isEqualTo(50);
                });
    }

    @Test
    void standsWhateverIsWrongWithATeam() {
        // Given an instance whose name is none that a request can have
        TeamQuestions kept = (id, version, contribution) -> new KeptElsewhere(OTHER);
        TeamPeers broken =
                (instance, id, version, contribution) -> {
                    throw new IllegalArgumentException("unsupported URI " + instance);
                };

        // When
        List<ForTeam> forTeams = explained(new TeamExplanations(kept, broken, clock));

        // Then
        assertThat(forTeams)
                .singleElement()
                .satisfies(red -> {
                    assertThat(red.decisions()).isEmpty();
                    assertThat(red.unknown()).contains("'red'").contains("unsupported URI");
                });
    }

    @Test
    void logsOnceAMinuteWhyATeamCannotBeTold(CapturedOutput output) {
        // Given
        TeamQuestions kept = (id, version, contribution) -> new Unknown("No policy lets us.");
        TeamExplanations teams = new TeamExplanations(kept, NOBODY, clock);
        String warning =
                "What an event would do for team shop/red could not be told: No policy lets us.";

        // When
        explained(teams);
        explained(teams);
        clock.advance(Duration.ofSeconds(59));
        explained(teams);

        // Then
        assertThat(output.getOut()).containsOnlyOnce(warning);

        // When
        clock.advance(Duration.ofSeconds(1));
        explained(teams);

        // Then
        assertThat(output.getOut().split(Pattern.quote(warning), -1)).hasSize(3);
    }
}
