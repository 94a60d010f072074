package dev.laurel.topics;

/**
 * The bytes are not a record of the expected type. Trying again will not help: the record belongs
 * among the dead letters, with {@link #getMessage()} as the reason.
 */
public final class UnreadableRecord extends RuntimeException {

    UnreadableRecord(String reason) {
        super(reason);
    }

    UnreadableRecord(String reason, Throwable cause) {
        super(reason, cause);
    }
}
