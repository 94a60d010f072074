package dev.laurel.rules.journal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All decisions, duplicates of events apart. */
public interface Decisions {

    /**
     * Where a page of a member's decisions begins: behind this one.
     *
     * @param eventTime its event's time
     * @param id its id
     */
    record Place(Instant eventTime, UUID id) {}

    /**
     * A member's decisions, newest event first.
     *
     * @param after the place behind which to begin, {@code null} for the newest
     */
    List<StoredDecision> ofMember(String program, String member, @Nullable Place after, int limit);

    /** The decisions about one event, one for each beneficiary. */
    List<StoredDecision> ofEvent(String program, String source, String id);
}
