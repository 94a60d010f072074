package dev.laurel.leaderboards.roster;

import dev.laurel.contracts.members.MemberAttributes;
import dev.laurel.contracts.members.MemberAttributes.Membership;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the registry says of members. */
public final class Said {

    private Said() {}

    public static MemberAttributes of(String program, String member) {
        return of(program, member, List.of(), null, Map.of(), Map.of());
    }

    public static MemberAttributes refused(String program, String member) {
        return of(program, member, List.of(), null, Map.of(), Map.of("leaderboards", false));
    }

    public static MemberAttributes in(String program, String member, String... segments) {
        return of(program, member, List.of(segments), null, Map.of(), Map.of());
    }

    public static MemberAttributes of(
            String program,
            String member,
            List<String> segments,
            @Nullable String team,
            Map<String, Object> attributes,
            Map<String, Boolean> consents) {
        return new MemberAttributes(
                program,
                member,
                1,
                null,
                null,
                segments,
                List.of(
                        new Membership("past", Instant.EPOCH),
                        new Membership(team, Instant.parse("2011-01-01T00:00:00Z"))),
                Map.of(),
                attributes,
                consents,
                Instant.EPOCH);
    }
}
