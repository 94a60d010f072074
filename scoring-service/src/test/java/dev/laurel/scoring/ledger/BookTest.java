package dev.laurel.scoring.ledger;

import static dev.laurel.scoring.ledger.Instructing.BASE_EARN;
import static dev.laurel.scoring.ledger.Instructing.NOW;
import static dev.laurel.scoring.ledger.Instructing.id;
import static dev.laurel.scoring.ledger.Instructing.instruction;
import static dev.laurel.scoring.ledger.Instructing.move;
import static dev.laurel.scoring.ledger.Instructing.reversal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.scoring.budgets.Funds;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BookTest {

    private static final Member EVA = new Member("retail-club", "eva");
    private static final MemberWallet STARS_OF_EVA = new MemberWallet(EVA, "stars");

    private final Book empty =
            new Book(
                    Map.of(), Map.of(), Map.of(), Funds.none(), Set.of(), Map.of(), NOW, Zones.UTC);

    @Test
    void debitsIssuanceAndCreditsTheMemberForPointsGiven() {
        // When
        empty.book(instruction("eva", "d1", move("e1", 30)));

        // Then
        Posting posting = empty.postings().getFirst();
        assertThat(posting.id()).isEqualTo(id("e1"));
        assertThat(posting.debit()).isEqualTo(new Account.Issuance(BASE_EARN));
        assertThat(posting.debit().id()).isEqualTo("issuance:rule:base-earn");
        assertThat(posting.credit().id()).isEqualTo("member");
        assertThat(posting.amount()).isEqualTo(30);
        assertThat(posting.points()).isEqualTo(30);
        assertThat(posting.recordedAt()).isEqualTo(NOW);
    }

    @Test
    void debitsTheMemberAndCreditsIssuanceForPointsTaken() {
        // When
        empty.book(instruction("eva", "d1", move("e1", -30)));

        // Then
        Posting posting = empty.postings().getFirst();
        assertThat(posting.debit().id()).isEqualTo("member");
        assertThat(posting.credit().id()).isEqualTo("issuance:rule:base-earn");
        assertThat(posting.amount()).isEqualTo(30);
        assertThat(posting.points()).isEqualTo(-30);
    }

    @Test
    void letsTheBalanceGoBelowZero() {
        // When
        empty.book(instruction("eva", "d1", move("e1", 10), move("e2", -25)));

        // Then
        assertThat(empty.postings())
                .extracting(posting -> posting.after().points())
                .containsExactly(10L, -15L);
    }

    @Test
    void goesOnFromWhatTheLedgerHas() {
        // Given
        Book book =
                new Book(
                        Map.of(EVA, 41L),
                        Map.of(STARS_OF_EVA, new Balance(100, 0, 0, 250)),
                        Map.of(),
                        Funds.none(),
                        Set.of(),
                        Map.of(),
                        NOW,
                        Zones.UTC);

        // When
        book.book(instruction("eva", "d1", move("e1", 5)));

        // Then
        Posting posting = book.postings().getFirst();
        assertThat(posting.sequence()).isEqualTo(42);
        assertThat(posting.after()).isEqualTo(new Balance(105, 0, 0, 255));
    }

    @Test
    void countsOneSequencePerMemberOverAllWallets() {
        // When
        empty.book(instruction("eva", "d1", move("e1", "stars", 1), move("e2", "miles", 2)));
        empty.book(instruction("tom", "d2", move("e3", "stars", 3)));
        empty.book(instruction("eva", "d3", move("e4", "stars", 4)));

        // Then
        assertThat(empty.postings())
                .extracting(posting -> posting.member().id() + " " + posting.sequence())
                .containsExactly("eva 1", "eva 2", "tom 1", "eva 3");
    }

    @Test
    void earnsWhatIsGivenAndNotLessWhatARuleTakes() {
        // When
        empty.book(instruction("eva", "d1", move("e1", 50)));
        empty.book(instruction("eva", "d2", move("e2", -20)));

        // Then
        assertThat(empty.postings().getLast().after()).isEqualTo(new Balance(30, 0, 0, 50));
    }

    @Test
    void unearnsWhatAReversalTakesBack() {
        // When
        empty.book(instruction("eva", "d1", move("e1", 50)));
        empty.book(reversal("eva", "d2", move("e2", -20)));

        // Then
        assertThat(empty.postings().getLast().after()).isEqualTo(new Balance(30, 0, 0, 30));
    }

    @Test
    void booksAnEffectOnceWithinAnInstructionAndAcross() {
        // When
        empty.book(instruction("eva", "d1", move("e1", 50), move("e1", 50)));
        Outcome again = empty.book(instruction("eva", "d1", move("e1", 50), move("e2", 7)));

        // Then
        assertThat(again)
                .isInstanceOfSatisfying(
                        Outcome.Booked.class, booked -> assertThat(booked.postings()).hasSize(1));
        assertThat(empty.postings())
                .extracting(posting -> posting.after().points())
                .containsExactly(50L, 57L);
    }

    @Test
    void booksNothingThatTheLedgerHas() {
        // Given
        Book book =
                new Book(
                        Map.of(EVA, 1L),
                        Map.of(),
                        Map.of(),
                        Funds.none(),
                        Set.of(id("e1")),
                        Map.of(),
                        NOW,
                        Zones.UTC);

        // When
        Outcome outcome = book.book(instruction("eva", "d1", move("e1", 50)));

        // Then
        assertThat(outcome).isInstanceOf(Outcome.Booked.class);
        assertThat(book.postings()).isEmpty();
    }

    @Test
    void refusesAnInstructionWholeWhenItsSecondMoveOverflows() {
        // Given
        empty.book(instruction("eva", "d1", move("e1", Long.MAX_VALUE - 1)));

        // When
        Outcome fits = empty.book(instruction("eva", "d2", move("e2", 1)));
        Outcome tooMuch = empty.book(instruction("eva", "d3", move("e3", -5), move("e4", 6)));
        Outcome others = empty.book(instruction("tom", "d4", move("e5", 6)));

        // Then
        assertThat(fits).isInstanceOf(Outcome.Booked.class);
        assertThat(tooMuch)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .startsWith("Expected balance and earned points")
                                        .contains("rule:base-earn"));
        assertThat(others).isInstanceOf(Outcome.Booked.class);
        assertThat(empty.postings()).hasSize(3);
    }

    @Test
    void refusesAnUnderflow() {
        // Given
        empty.book(instruction("eva", "d1", move("e1", -Long.MAX_VALUE)));

        // When
        Outcome lowest = empty.book(instruction("eva", "d2", move("e2", -1)));
        Outcome below = empty.book(instruction("eva", "d3", move("e3", -1)));

        // Then
        assertThat(lowest).isInstanceOf(Outcome.Booked.class);
        assertThat(below).isInstanceOf(Outcome.Refused.class);
    }
}
