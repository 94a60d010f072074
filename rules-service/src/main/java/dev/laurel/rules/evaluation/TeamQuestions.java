package dev.laurel.rules.evaluation;

import dev.laurel.engine.teams.TeamContribution;
import dev.laurel.engine.teams.TeamNews;
import java.net.URI;
import java.util.List;

/** What members' events would do for teams, without anything being written. */
@FunctionalInterface
public interface TeamQuestions {

    /** What came of asking. */
    sealed interface Reply {

        /**
         * This would be told.
         *
         * @param news to whoever contributes, one after the other
         */
        record Told(List<TeamNews> news) implements Reply {

            public Told {
                news = List.copyOf(news);
            }
        }

        /**
         * Another instance of this service keeps the team's state and is to be asked.
         *
         * @param instance its address
         */
        record KeptElsewhere(URI instance) implements Reply {}

        /**
         * Nobody can say here and now.
         *
         * @param reason a sentence
         */
        record Unknown(String reason) implements Reply {}
    }

    /**
     * Adds a contribution to what is known of the team at this moment.
     *
     * @param version the version to go by, or a later one
     */
    Reply ask(String program, int version, TeamContribution contribution);
}
