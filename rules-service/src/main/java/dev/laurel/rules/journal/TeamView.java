package dev.laurel.rules.journal;

import dev.laurel.rules.journal.MemberProgress.ChallengeProgress;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What a member sees of the teams that they have contributed to. */
public final class TeamView {

    private TeamView() {}

    /**
     * The member's progress with what their teams have done since the member last did something.
     */
    public static MemberProgress of(String program, MemberProgress member, Teams teams) {
        Set<String> names = new HashSet<>();
        member.challenges().values().stream()
                .map(ChallengeProgress::team)
                .filter(Objects::nonNull)
                .forEach(names::add);
        if (names.isEmpty()) {
            return member;
        }
        Map<String, ChallengeProgress> challenges = new HashMap<>(member.challenges());
        for (String team : names) {
            Map<String, ChallengeProgress> present = teams.find(program, team);
            challenges.replaceAll((challenge, own) ->
                    team.equals(own.team()) && present.containsKey(challenge)
                            ? fresh(own, Objects.requireNonNull(present.get(challenge)))
                            : own);
        }
        return new MemberProgress(challenges, member.streaks(), member.lastActivity());
    }

    /** What the member has completed is the member's; a new time begins without them. */
    private static ChallengeProgress fresh(ChallengeProgress own, ChallengeProgress team) {
        LocalDate occurrence = team.occurrence();
        boolean same = Objects.equals(own.occurrence(), occurrence);
        return new ChallengeProgress(
                team.steps(),
                same && own.completed(),
                occurrence,
                same ? own.completions() : null,
                own.team(),
                own.version());
    }
}
