package dev.laurel.members.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What rules may know of a member; all of it goes to the topic, so nothing in it says who the
 * member is.
 *
 * @param timeZone IANA name, {@code null} for the program's
 * @param locale BCP 47 language tag, {@code null} when it is not known
 * @param segments in order, each once
 * @param teams by their beginnings, neighbours never of the same team
 * @param enrolments when the member joined each challenge
 * @param attributes further attributes as JSON has them
 * @param consents what the member agreed to or refused, by what it is about
 */
public record Profile(
        @Nullable String timeZone,
        @Nullable String locale,
        List<String> segments,
        List<Membership> teams,
        Map<String, Instant> enrolments,
        Map<String, Object> attributes,
        Map<String, Boolean> consents) {

    public static final Profile EMPTY =
            new Profile(null, null, List.of(), List.of(), Map.of(), Map.of(), Map.of());

    public Profile {
        segments = List.copyOf(new TreeSet<>(segments));
        teams = ordered(teams);
        enrolments = Collections.unmodifiableMap(new TreeMap<>(enrolments));
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        // Profiles that were stored before there were consents have none.
        consents =
                consents == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(consents));
    }

    /** The team that the member is in by the latest word, {@code null} for none. */
    public @Nullable String team() {
        return teams.isEmpty() ? null : teams.getLast().team();
    }

    /**
     * The same with the member in that team from then on: what was said of later times is taken
     * back, what was before stays.
     */
    List<Membership> teamsWith(@Nullable String team, Instant from) {
        List<Membership> changed = new ArrayList<>();
        for (Membership membership : teams) {
            if (membership.from().isBefore(from)) {
                changed.add(membership);
            }
        }
        changed.add(new Membership(team, from));
        return changed;
    }

    /** The same with that challenge joined then, unless it has been joined before. */
    public Profile enrolled(String challenge, Instant time) {
        if (enrolments.containsKey(challenge)) {
            return this;
        }
        Map<String, Instant> changed = new TreeMap<>(enrolments);
        changed.put(challenge, time);
        return with(changed);
    }

    /** The same without that challenge. */
    public Profile withdrawn(String challenge) {
        Map<String, Instant> changed = new TreeMap<>(enrolments);
        changed.remove(challenge);
        return with(changed);
    }

    private Profile with(Map<String, Instant> changed) {
        return new Profile(timeZone, locale, segments, teams, changed, attributes, consents);
    }

    private static List<Membership> ordered(Collection<Membership> teams) {
        List<Membership> ordered = new ArrayList<>();
        String team = null;
        for (Membership next :
                teams.stream().sorted(Comparator.comparing(Membership::from)).toList()) {
            if (!Objects.equals(next.team(), team)) {
                ordered.add(next);
                team = next.team();
            }
        }
        return List.copyOf(ordered);
    }
}
