package dev.laurel.engine.members;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A member as rules know them: what the member registry says, not what events did.
 *
 * @param id the member's id
 * @param zone the member's own time zone, {@code null} for that of the program
 * @param locale a BCP 47 language tag, {@code null} when it is not known
 * @param segments segments that the member belongs to
 * @param teams every team that the member has been in, each with when that began
 * @param enrolments when the member joined each challenge that has to be joined
 * @param attributes further attributes as JSON has them
 * @param tier the tier that the ledger told of last, {@code null} when it told of none
 */
public record Member(
        String id,
        @Nullable ZoneId zone,
        @Nullable String locale,
        Set<String> segments,
        List<Membership> teams,
        Map<String, Instant> enrolments,
        Map<String, Object> attributes,
        @Nullable String tier) {

    /**
     * The beginning of a time in a team, which lasts until the next one begins.
     *
     * @param team the team's id, {@code null} for a time without a team
     * @param from when it began
     */
    public record Membership(@Nullable String team, Instant from) {}

    public Member {
        segments = java.util.Collections.unmodifiableSet(new TreeSet<>(segments));
        teams = teams.stream().sorted(Comparator.comparing(Membership::from)).toList();
        enrolments = Map.copyOf(enrolments);
    }

    /** A member of whose tier nothing is known. */
    public Member(
            String id,
            @Nullable ZoneId zone,
            @Nullable String locale,
            Set<String> segments,
            List<Membership> teams,
            Map<String, Instant> enrolments,
            Map<String, Object> attributes) {
        this(id, zone, locale, segments, teams, enrolments, attributes, null);
    }

    /** The same member with a tier. */
    public Member in(@Nullable String tier) {
        return new Member(id, zone, locale, segments, teams, enrolments, attributes, tier);
    }

    /** A member of whom nothing but the id is known. */
    public static Member of(String id) {
        return new Member(id, null, null, Set.of(), List.of(), Map.of(), Map.of());
    }

    /** The team that the member was in at that time, {@code null} when there was none. */
    public @Nullable String teamAt(Instant time) {
        String team = null;
        for (Membership membership : teams) {
            if (membership.from().isAfter(time)) {
                break;
            }
            team = membership.team();
        }
        return team;
    }
}
