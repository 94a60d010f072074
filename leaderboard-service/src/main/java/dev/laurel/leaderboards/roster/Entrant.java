package dev.laurel.leaderboards.roster;

import dev.laurel.leaderboards.scores.Audience;
import dev.laurel.leaderboards.scores.Participant;
import java.util.Set;

/**
 * A member as boards have to know them.
 *
 * @param participant the member
 * @param hidden whether they are on no board
 * @param audiences those that they belong to, everyone apart
 * @param offset counts what was said of the member: of two, the higher is newer
 */
public record Entrant(
        Participant participant, boolean hidden, Set<Audience> audiences, long offset) {

    public Entrant {
        audiences = Set.copyOf(audiences);
    }

    /** A member of whom nothing is to be known any more. */
    public static Entrant erased(Participant participant, long offset) {
        return new Entrant(participant, true, Set.of(), offset);
    }
}
