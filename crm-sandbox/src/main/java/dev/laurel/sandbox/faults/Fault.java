package dev.laurel.sandbox.faults;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One way in which a call can go wrong. */
public sealed interface Fault {

    /**
     * Too many calls, says the vendor in its own words.
     *
     * @param retryAfter in the header, {@code null} for no such header
     */
    record Throttled(@Nullable Duration retryAfter) implements Fault {}

    /** A server error without a body that means anything; nothing was done. */
    record ServerError(int status) implements Fault {}

    /** The call is carried out, and the connection then cut without an answer. */
    record LostAnswer() implements Fault {}

    /** The connection is cut before anything is done. */
    record LostRequest() implements Fault {}

    /** An answer that takes its time. */
    record Slow(Duration delay) implements Fault {}

    /** All tokens handed out so far are dead. */
    record ExpiredToken() implements Fault {}

    /** Every other record of a batch fails with an error that passes. */
    record HalfFails() implements Fault {}
}
