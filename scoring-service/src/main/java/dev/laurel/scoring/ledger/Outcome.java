package dev.laurel.scoring.ledger;

import java.util.List;

/** What became of an {@link Instruction}. */
public sealed interface Outcome {

    /**
     * It is booked.
     *
     * @param postings in order; none for effects that had been booked before
     */
    record Booked(List<Posting> postings) implements Outcome {

        public Booked {
            postings = List.copyOf(postings);
        }
    }

    /**
     * Nothing of it is booked.
     *
     * @param reason a sentence
     */
    record Refused(String reason) implements Outcome {}
}
