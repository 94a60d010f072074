package dev.laurel.contracts.members;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What rules may know of a member beyond what the member did. The newest record of a key is the
 * whole truth; a record without a value says that nothing is known of the member any more. There is
 * no name and no address in it: those never leave the registry by a topic.
 *
 * @param program the program
 * @param member the member, also in the record's key
 * @param revision counts the member's changes in this program, with gaps: not all are told here
 * @param timeZone IANA name of the member's own time zone, absent for that of the program
 * @param locale BCP 47 language tag, absent when it is not known
 * @param segments segments that the member belongs to, in order
 * @param teams every team that the member has been in, by when that began
 * @param enrolments when the member joined each challenge that has to be joined
 * @param attributes what else the shop lets rules use, as JSON has it
 * @param consents what the member agreed to or refused, by what it is about: {@code leaderboards}
 *     for places that others see, {@code crm} for being written into CRMs; what was never said is
 *     not in it, and it is absent when nothing was
 * @param changedAt when the registry took this in
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MemberAttributes(
        String program,
        String member,
        long revision,
        @Nullable String timeZone,
        @Nullable String locale,
        List<String> segments,
        List<Membership> teams,
        Map<String, Instant> enrolments,
        Map<String, Object> attributes,
        @Nullable Map<String, Boolean> consents,
        Instant changedAt) {

    /**
     * The beginning of a time in a team, which lasts until the next one begins.
     *
     * @param team the team's id, absent for a time without a team
     * @param from when it began
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Membership(@Nullable String team, Instant from) {}

    public MemberAttributes {
        segments = List.copyOf(segments);
        teams = List.copyOf(teams);
        enrolments = Collections.unmodifiableMap(new TreeMap<>(enrolments));
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        consents = consents == null ? null : Collections.unmodifiableMap(new TreeMap<>(consents));
    }

    /** The same of a member who said nothing of consents. */
    public MemberAttributes(
            String program,
            String member,
            long revision,
            @Nullable String timeZone,
            @Nullable String locale,
            List<String> segments,
            List<Membership> teams,
            Map<String, Instant> enrolments,
            Map<String, Object> attributes,
            Instant changedAt) {
        this(
                program,
                member,
                revision,
                timeZone,
                locale,
                segments,
                teams,
                enrolments,
                attributes,
                null,
                changedAt);
    }
}
