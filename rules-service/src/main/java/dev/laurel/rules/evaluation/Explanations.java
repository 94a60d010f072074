package dev.laurel.rules.evaluation;

import dev.laurel.contracts.decisions.Decision;
import dev.laurel.contracts.events.Event;
import dev.laurel.contracts.programs.ShapeProblem;
import java.net.URI;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** What would be decided about an event now, without anything being written. */
public interface Explanations {

    /** What came of asking. */
    sealed interface Explanation {

        /**
         * This would be decided for the event's subject.
         *
         * @param decision as it would be on the topic
         * @param otherBeneficiaries members for whom it would be decided, too
         * @param teams what the subject would do for teams by it
         */
        record Explained(
                Decision decision, SortedSet<String> otherBeneficiaries, List<ForTeam> teams)
                implements Explanation {

            public Explained {
                teams = List.copyOf(teams);
            }
        }

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
     * What the subject would do for a team.
     *
     * @param team its id
     * @param decisions those that would follow for the subject, one for each challenge, as they
     *     would be on the topic
     * @param unknown why that can't be told, a sentence; {@code null} where it can
     */
    record ForTeam(String team, List<Decision> decisions, @Nullable String unknown) {

        public ForTeam {
            decisions = List.copyOf(decisions);
        }
    }

    /**
     * Decides for the event's subject, by what is known of the member at this moment.
     *
     * @param version the version to decide by, or a later one
     */
    Explanation explain(Event event, int version);
}
