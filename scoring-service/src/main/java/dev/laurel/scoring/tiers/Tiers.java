package dev.laurel.scoring.tiers;

import dev.laurel.scoring.ledger.Member;
import dev.laurel.tiers.Earnings;
import dev.laurel.tiers.Ladder;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Where tiers are kept. Whoever changes something about a member has opened the journal for the
 * member in the same transaction.
 */
public interface Tiers {

    /** What a member earned on a day by a measure, or how that changes. */
    record Earned(Member member, String measure, LocalDate day, long points) {}

    /** What is known of members, by member; nothing of new ones. */
    Map<Member, Kept> find(Collection<Member> members);

    /** Adds to what was earned. */
    void earn(List<Earned> earned);

    /**
     * Brings members to their last decision of some.
     *
     * @param offsets where these are, by member
     * @return the last decision of each that was taken in before, nothing where there is none
     */
    Map<Member, Long> advance(Map<Member, Long> offsets);

    /** Replaces what a member earned on a day. */
    void say(List<Earned> earned);

    /** Lets go of all that members have earned by a measure. */
    void forget(Collection<Member> members, String measure);

    /** Works out from the journal what members have earned on each day in a wallet. */
    void gather(Collection<Member> members, String wallet);

    /** What members earned by a measure from a day of each on. */
    Map<Member, Earnings> earnings(Map<Member, LocalDate> from, String measure);

    /** Invitations of members, those that ended included. */
    Map<Member, List<Invitation>> invitations(Collection<Member> members);

    void invite(Invitation invitation);

    /** Keeps what is known now, and what was told. */
    void keep(List<Kept> kept, List<TierChange> changes);

    /** Members that are due at a night or were judged otherwise, by id, after one. */
    List<Member> due(String program, Ladder ladder, LocalDate day, String after, int atMost);

    /** Members who have something of the measure but were never judged, by id, after one. */
    List<Member> unjudged(String program, Ladder ladder, String after, int atMost);

    /** How many members have which tier, as they were last told. */
    Map<String, Long> members(String program);

    /** Hands over what each member of a program earned by a measure before a day. */
    void eachEarnings(
            String program, String measure, LocalDate before, BiConsumer<String, Earnings> reader);

    /** All invitations of a program, by member id. */
    Map<String, List<Invitation>> invitations(String program);

    /** What a member was told, newest first, before a revision. */
    List<TierChange> changes(Member member, long before, int atMost);

    /** One member. */
    default @Nullable Kept find(Member member) {
        return find(List.of(member)).get(member);
    }
}
