package dev.laurel.intake;

/**
 * What a {@link Projection} throws when it can take in nothing now, whatever the records say, as
 * when a newer version of the service has left what this one does not know. Nothing is set aside:
 * the records come again.
 */
public final class NotReadyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what was expected, and what there is
     */
    public NotReadyException(String message, Throwable cause) {
        super(message, cause);
    }
}
