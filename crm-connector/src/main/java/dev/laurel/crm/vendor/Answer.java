package dev.laurel.crm.vendor;

import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What came of one call as a whole.
 *
 * @param <T> what it was for
 */
public sealed interface Answer<T> {

    /**
     * The CRM answered; single records may still have failed.
     *
     * @param usage what the CRM says of its limits, {@code null} for nothing
     */
    record Given<T>(T value, @Nullable Usage usage) implements Answer<T> {}

    /** Something in the call is wrong, and nothing of it was done. */
    record Rejected<T>(Refusal refusal) implements Answer<T> {}

    /** Too many calls: nothing was done, and all calls have to wait. */
    record Throttled<T>(Duration pause, String reason) implements Answer<T> {}

    /** The CRM is not well, or its answer got lost; the call may or may not have been done. */
    record Failed<T>(String reason) implements Answer<T> {}

    /** The CRM does not let this connection in, or not any more: somebody has to see to it. */
    record Denied<T>(String reason) implements Answer<T> {}

    /**
     * What is left of the CRM's own limit.
     *
     * @param limit calls of a day
     * @param used of them, by everybody
     */
    record Usage(long limit, long used) {}

    /** The same with another value, where there is one. */
    default <R> Answer<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Given<T>(T value, Usage usage) -> new Given<>(change.apply(value), usage);
            case Rejected<T>(Refusal refusal) -> new Rejected<>(refusal);
            case Throttled<T>(Duration pause, String reason) -> new Throttled<>(pause, reason);
            case Failed<T>(String reason) -> new Failed<>(reason);
            case Denied<T>(String reason) -> new Denied<>(reason);
        };
    }

    /** What comes of the next step, if this one was taken. */
    default <R> Answer<R> then(Function<? super T, Answer<R>> next) {
        return switch (this) {
            case Given<T>(T value, var _) -> next.apply(value);
            case Rejected<T>(Refusal refusal) -> new Rejected<>(refusal);
            case Throttled<T>(Duration pause, String reason) -> new Throttled<>(pause, reason);
            case Failed<T>(String reason) -> new Failed<>(reason);
            case Denied<T>(String reason) -> new Denied<>(reason);
        };
    }
}
