package dev.laurel.outbox;

/** A batch is not on the broker, or not all of it; the same batch has to be sent again. */
final class SendFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    SendFailedException(String message, Throwable cause) {
        super(message, cause);
    }

    SendFailedException(String message) {
        super(message);
    }
}
