package dev.laurel.topics;

/** The broker did not answer in time, or refused to create or describe a topic. */
public final class TopicsUnavailable extends RuntimeException {

    TopicsUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
