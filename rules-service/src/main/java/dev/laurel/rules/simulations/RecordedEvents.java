package dev.laurel.rules.simulations;

import dev.laurel.engine.members.Member;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the platform still has of events and knows of members. */
public interface RecordedEvents {

    /** What the registry says of a program's members now, by id. */
    Map<String, Member> members(String program);

    /**
     * Events of a program that were accepted and are still there.
     *
     * @param from accepted at that time or later, {@code null} for all
     * @param to accepted before that time, {@code null} for all up to now
     */
    EventFeed of(String program, @Nullable Instant from, @Nullable Instant to);
}
