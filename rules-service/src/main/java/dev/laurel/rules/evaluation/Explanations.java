package dev.laurel.rules.evaluation;

import dev.laurel.contracts.decisions.Decision;
import dev.laurel.contracts.events.Event;
import dev.laurel.contracts.programs.ShapeProblem;
import java.net.URI;
import java.util.List;
import java.util.SortedSet;

/** What would be decided about an event now, without anything being written. */
public interface Explanations {

    /** What came of asking. */
    sealed interface Explanation {

        /**
         * This would be decided for the event's subject.
         *
         * @param decision as it would be on the topic
         * @param otherBeneficiaries members for whom it would be decided, too
         */
        record Explained(Decision decision, SortedSet<String> otherBeneficiaries)
                implements Explanation {}

        /** The program would not take the event. */
        record Misshapen(List<ShapeProblem> problems) implements Explanation {}

        /**
         * Another instance of this service keeps the subject's state and is to be asked.
         *
         * @param instance its address
         */
        record KeptElsewhere(URI instance) implements Explanation {}

        /**
         * Nobody can say here and now.
         *
         * @param reason a sentence
         */
        record Unavailable(String reason) implements Explanation {}
    }

    /**
     * Decides for the event's subject, by what is known of the member at this moment.
     *
     * @param version the version to decide by, or a later one
     */
    Explanation explain(Event event, int version);
}
