package dev.laurel.scoring.ledger.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.contracts.decisions.Decision;
import dev.laurel.contracts.decisions.EventReference;
import dev.laurel.contracts.decisions.PointsEffect;
import dev.laurel.scoring.Deciding;
import dev.laurel.scoring.ledger.Cause;
import dev.laurel.scoring.ledger.Instruction;
import dev.laurel.scoring.ledger.Member;
import dev.laurel.scoring.ledger.Move;
import dev.laurel.topics.RecordCodec;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstructionsTest {

    private static final Deciding CLUB = new Deciding("retail-club");

    @Test
    void takesWhatTheLedgerNeedsOfADecision() {
        // When
        Instruction instruction = instruction(CLUB.decided("ann", "e1", CLUB.points("a", 30)), 7);

        // Then
        assertThat(instruction.member()).isEqualTo(new Member("retail-club", "ann"));
        assertThat(instruction.stripe()).isEqualTo(7);
        assertThat(instruction.moves())
                .containsExactly(
                        Move.issued(
                                CLUB.id("a"), "stars", 30, new Cause("rule", "base-earn"), null));
        assertThat(instruction.origin().decision()).isEqualTo(CLUB.id("e1"));
        assertThat(instruction.origin().eventSource()).isEqualTo("/shop");
        assertThat(instruction.origin().eventId()).isEqualTo("e1");
        assertThat(instruction.origin().localDate()).isEqualTo("2011-12-01");
        assertThat(instruction.origin().reversal()).isFalse();
    }

    @Test
    void knowsAReversal() {
        assertThat(
                        instruction(CLUB.reversed("ann", "e1", CLUB.points("a", -30)), 0)
                                .origin()
                                .reversal())
                .isTrue();
    }

    @Test
    void booksAReversalThatCameBeforeItsEventInItsOwnName() {
        // Given
        Decision decision = CLUB.decided("ann", "e1", CLUB.points("a", 30));
        Instant time = Instant.parse("2011-12-24T12:00:00Z");
        EventReference reversal =
                new EventReference(
                        "/shop",
                        "r1",
                        "return",
                        "ann",
                        time,
                        time,
                        LocalDate.parse("2011-12-24"),
                        false);
        PointsEffect taken =
                new PointsEffect(
                        CLUB.id("b"),
                        "stars",
                        -10,
                        decision.points().getFirst().cause(),
                        reversal,
                        "red",
                        null,
                        null,
                        null,
                        List.of());

        // When
        Instruction instruction =
                instruction(CLUB.decided("ann", "e1", decision.points().getFirst(), taken), 0);

        // Then
        assertThat(instruction.moves()).extracting(Move::team).containsExactly(null, "red");
        assertThat(instruction.originOf(instruction.moves().getFirst()).eventId()).isEqualTo("e1");
        assertThat(instruction.originOf(instruction.moves().getLast()))
                .satisfies(origin -> {
                    assertThat(origin.reversal()).isTrue();
                    assertThat(origin.eventId()).isEqualTo("r1");
                    assertThat(origin.localDate()).isEqualTo("2011-12-24");
                    assertThat(origin.decision()).isEqualTo(decision.id());
                });
    }

    @Test
    void refusesPointsWithoutAnOpposite() {
        assertThatThrownBy(() ->
                        instruction(CLUB.decided("ann", "e1", CLUB.points("a", Long.MIN_VALUE)), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Expected points from -9223372036854775807");
    }

    @Test
    void refusesAMemberThatCannotBe() {
        assertThatThrownBy(() -> instruction(CLUB.decided("", "e1", CLUB.points("a", 1)), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Expected a member id");
    }

    @Test
    void refusesAYearThatNoCalendarHas() {
        // Given
        Decision decision = CLUB.decided("ann", "e1", CLUB.points("a", 1));
        Decision farAway =
                new Decision(
                        decision.id(),
                        decision.program(),
                        decision.version(),
                        decision.hash(),
                        decision.member(),
                        new EventReference(
                                "/shop",
                                "e1",
                                "purchase",
                                "ann",
                                Instant.MAX,
                                Instant.EPOCH,
                                LocalDate.of(9999, 12, 31),
                                false),
                        decision.outcome(),
                        null,
                        decision.rules(),
                        decision.challenges(),
                        decision.streaks(),
                        decision.points(),
                        decision.badges());

        // When
        assertThatThrownBy(() -> instruction(farAway, 0))
                // Then
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Expected the event in a year from 1 to 9999");
    }

    private static Instruction instruction(Decision decision, int partition) {
        RecordCodec codec = new RecordCodec();
        return Instructions.of(codec.read(codec.write(decision), PointsDecision.class), partition);
    }
}
