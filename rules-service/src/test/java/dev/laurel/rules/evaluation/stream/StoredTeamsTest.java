package dev.laurel.rules.evaluation.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.engine.events.Event;
import dev.laurel.engine.state.MemberState;
import dev.laurel.engine.state.MemberStateCodec;
import dev.laurel.engine.state.MetricCell;
import dev.laurel.engine.state.MetricKey;
import dev.laurel.engine.teams.TeamContribution;
import dev.laurel.engine.teams.TeamContribution.Part;
import dev.laurel.rules.evaluation.TeamQuestions.Reply;
import dev.laurel.rules.evaluation.TeamQuestions.Reply.KeptElsewhere;
import dev.laurel.rules.evaluation.TeamQuestions.Reply.Told;
import dev.laurel.rules.evaluation.TeamQuestions.Reply.Unknown;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.junit.jupiter.api.Test;

class StoredTeamsTest {

    private static final URI OTHER = URI.create("http://rules-2:8082");
    private static final TeamContribution CONTRIBUTION =
            new TeamContribution(
                    "red",
                    "ann",
                    new Event(
                            "/tills/7",
                            "1",
                            "purchase",
                            "ann",
                            Instant.EPOCH,
                            Instant.EPOCH,
                            false,
                            Map.of()),
                    List.of(
                            new Part(
                                    MetricKey.within("potluck", "hundred"),
                                    new MetricCell.Total(1),
                                    false)));

    private static Reply ask(Supplier<MemberState> kept) {
        ProgramsInMemory programs = new ProgramsInMemory();
        programs.publish(1, TeamExplanationsTest.PROGRAM);
        TeamStates states =
                new TeamStates() {
                    @Override
                    public MemberState ofTeam(String team) {
                        assertThat(team).isEqualTo("shop/red");
                        return kept.get();
                    }

                    @Override
                    public Optional<URI> keeperOfTeam(String team) {
                        return Optional.of(OTHER);
                    }
                };
        return new StoredTeams(programs, states).ask("shop", 1, CONTRIBUTION);
    }

    @Test
    void addsToWhatIsKept() {
        assertThat(ask(() -> MemberState.EMPTY))
                .isInstanceOfSatisfying(
                        Told.class,
                        told ->
                                assertThat(told.news())
                                        .singleElement()
                                        .satisfies(news ->
                                                assertThat(news.member()).isEqualTo("ann")));
    }

    @Test
    void namesTheOtherInstanceThatKeepsTheTeam() {
        assertThat(
                        ask(() -> {
                            throw new InvalidStateStoreException("moved");
                        }))
                .isEqualTo(new KeptElsewhere(OTHER));
    }

    @Test
    void saysSoWhereANewerVersionWroteTheState() {
        assertThat(ask(() -> MemberStateCodec.decode(new byte[] {99, 0})))
                .isInstanceOfSatisfying(
                        Unknown.class,
                        unknown ->
                                assertThat(unknown.reason())
                                        .contains("'red'")
                                        .contains("a member state")
                                        .contains("99"));
    }
}
