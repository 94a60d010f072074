package dev.laurel.scoring.requests;

import java.util.function.Supplier;

/** Knows every request with a key that was ever answered. */
public interface Requests {

    /** What became of a request. */
    sealed interface Outcome {

        /** Its answer, given now or before. */
        record Answered(Kept answer) implements Outcome {}

        /** Something else was asked for with the same key. */
        record OtherContent() implements Outcome {}
    }

    /**
     * Answers a request, and does what it asks for if that was not done before, all in one
     * transaction. A twin that comes meanwhile waits for it.
     *
     * @param program the program that the key belongs to
     * @param key the caller's
     * @param content hash of what is asked for
     * @param work does it; when it throws, nothing of it is kept and the key can be used again
     */
    Outcome once(String program, String key, String content, Supplier<Kept> work);
}
