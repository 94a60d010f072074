package dev.laurel.badges.awards;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All awards. */
public interface Awards {

    /**
     * Applies effects that were not taken in before, within the caller's transaction. Holds the
     * members' rows until it ends.
     *
     * @param effects in the order of the decisions that they come from, about members that were
     *     {@linkplain #meet met}
     * @return what changed, in order per member
     */
    List<AwardChange> apply(List<Effect> effects);

    /**
     * Takes note of members that decisions were about, whether or not they have badges, within the
     * caller's transaction.
     */
    void meet(SortedSet<Holder> members);

    /** How many members of a program there are, as far as decisions tell. */
    long members(String program);

    /** The award of a public id. */
    Optional<PublicAward> find(UUID publicId);

    /**
     * A member's awards, those that changed last first.
     *
     * @param revoked whether those that the member no longer has are wanted, too
     * @param behind the last one of the page before
     */
    List<PublicAward> of(Holder holder, boolean revoked, @Nullable Place behind, int limit);

    /**
     * What became of a member's award, the latest first.
     *
     * @param behind the sequence of the last change of the page before
     */
    List<HistoryEntry> history(Holder holder, String badge, @Nullable Long behind, int limit);

    /** How many members have each badge of a program; badges that nobody has are missing. */
    Map<String, Long> holders(String program);

    /** A place in the list of a member's awards. */
    record Place(Instant changedAt, String badge) {}
}
