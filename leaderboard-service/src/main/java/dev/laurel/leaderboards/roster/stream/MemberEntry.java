package dev.laurel.leaderboards.roster.stream;

import dev.laurel.contracts.members.MemberAttributes;
import dev.laurel.contracts.members.MemberAttributes.Membership;
import dev.laurel.leaderboards.roster.Entrant;
import dev.laurel.leaderboards.scores.Audience;
import dev.laurel.leaderboards.scores.Participant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What boards need of {@link MemberAttributes}, whose components these are. */
record MemberEntry(
        String program,
        String member,
        List<String> segments,
        List<Membership> teams,
        Map<String, Object> attributes,
        @Nullable Map<String, Boolean> consents) {

    /** Who works for the shop, and who is not real, compete with nobody. */
    private static final Set<String> UNSEEN = Set.of("staff", "test");

    Entrant entrant(long offset) {
        return new Entrant(new Participant(program, member), hidden(), audiences(), offset);
    }

    private boolean hidden() {
        boolean refused = consents != null && Boolean.FALSE.equals(consents.get("leaderboards"));
        return refused || segments.stream().anyMatch(UNSEEN::contains);
    }

    private Set<Audience> audiences() {
        Set<Audience> audiences = new HashSet<>();
        segments.forEach(segment -> audiences.add(Audience.segment(segment)));
        String team = teams.isEmpty() ? null : teams.getLast().team();
        if (team != null) {
            audiences.add(Audience.team(team));
        }
        attributes.forEach((name, value) -> {
            if (value instanceof String text) {
                audiences.add(Audience.attribute(name, text));
            }
        });
        return audiences;
    }
}
