package dev.laurel.scoring.tiers;

import dev.laurel.tiers.Course;
import dev.laurel.tiers.Earnings;
import dev.laurel.tiers.Ladder;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts members by tier as of a day, by what is known of that day now. */
public final class Census {

    /** The name under which those without a tier are counted. */
    public static final String WITHOUT = "";

    private final Tiers tiers;

    public Census(Tiers tiers) {
        this.tiers = tiers;
    }

    /**
     * How many members have which tier, as they were last told. A night that is due may change it.
     */
    public Map<String, Long> latest(String program) {
        return tiers.members(program);
    }

    /**
     * How many members had which tier at the beginning of a day, its night done: those who had
     * earned points or were invited by then. Goes over all earnings of the program.
     */
    public Map<String, Long> asOf(String program, Ladder ladder, LocalDate day) {
        Map<String, List<Invitation>> invitations = new HashMap<>(tiers.invitations(program));
        Map<String, Long> members = new HashMap<>();
        tiers.eachEarnings(
                program,
                ladder.measure().key(),
                day,
                (member, earnings) -> {
                    List<Invitation> invited = invitations.remove(member);
                    count(members, ladder, earnings, invited == null ? List.of() : invited, day);
                });
        for (List<Invitation> invited : invitations.values()) {
            if (invited.stream().anyMatch(invitation -> invitation.from().isBefore(day))) {
                count(members, ladder, Earnings.NONE, invited, day);
            }
        }
        return members;
    }

    private static void count(
            Map<String, Long> members,
            Ladder ladder,
            Earnings earnings,
            List<Invitation> invitations,
            LocalDate day) {
        Course course = Course.fromTheBeginning(ladder, earnings, day);
        course.advance(day);
        String tier =
                ladder.id(Math.max(course.level(), Invitation.level(invitations, ladder, day)));
        members.merge(tier == null ? WITHOUT : tier, 1L, Long::sum);
    }
}
