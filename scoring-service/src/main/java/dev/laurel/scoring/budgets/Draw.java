package dev.laurel.scoring.budgets;

import java.util.List;
import java.util.UUID;

/**
 * What an award got from its budgets.
 *
 * @param effect the award
 * @param program the program
 * @param member who was to get it
 * @param wallet in which wallet
 * @param budgets ids of those that it came from
 * @param asked points that it was for
 * @param granted points that were given
 * @param missing points that were not given, and that a return has not come upon yet
 * @param returned points that were taken back from the member since
 * @param award what asked for them
 */
public record Draw(
        UUID effect,
        String program,
        String member,
        String wallet,
        List<String> budgets,
        long asked,
        long granted,
        long missing,
        long returned,
        Award award) {

    public Draw {
        budgets = List.copyOf(budgets);
    }

    /**
     * What asked for points.
     *
     * @param kind the kind of mechanic, such as {@code rule}
     * @param id the mechanic's id
     * @param eventSource source of the event
     * @param eventId id of the event
     */
    public record Award(String kind, String id, String eventSource, String eventId) {}

    Draw absorb(long points) {
        return new Draw(
                effect,
                program,
                member,
                wallet,
                budgets,
                asked,
                granted,
                missing - points,
                returned,
                award);
    }

    Draw takeBack(long points) {
        return new Draw(
                effect,
                program,
                member,
                wallet,
                budgets,
                asked,
                granted,
                missing,
                returned + points,
                award);
    }
}
