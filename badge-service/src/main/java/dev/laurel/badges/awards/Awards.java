package dev.laurel.badges.awards;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All awards. */
public interface Awards {

    /**
     * Applies effects that were not taken in before, within the caller's transaction. Holds the
     * members' rows until it ends.
     *
     * @param effects in the order of the decisions that they come from
     * @return what changed, in order per member
     */
    List<AwardChange> apply(List<Effect> effects);

    Optional<Award> find(UUID id);

    /**
     * A member's awards, those that changed last first.
     *
     * @param revoked whether those that the member no longer has are wanted, too
     * @param behind the last one of the page before
     */
    List<Award> of(Holder holder, boolean revoked, @Nullable Place behind, int limit);

    /** How many members have each badge of a program; badges that nobody has are missing. */
    Map<String, Long> holders(String program);

    /** A place in the list of a member's awards. */
    record Place(Instant changedAt, String badge) {}
}
