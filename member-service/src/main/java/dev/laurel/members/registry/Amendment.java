package dev.laurel.members.registry;

import java.time.Instant;

/** What is to become of a member; may throw to leave everything as it is. */
@FunctionalInterface
public interface Amendment {

    /**
     * The member after it.
     *
     * @param before what is kept, see {@link Registration#none} for a member not registered yet
     * @param now when this happens
     */
    Registration apply(Registration before, Instant now);
}
