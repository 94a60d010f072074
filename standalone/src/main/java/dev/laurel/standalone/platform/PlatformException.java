package dev.laurel.standalone.platform;

/** The platform can't start; the message says why in one sentence. Nothing is left running. */
public final class PlatformException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PlatformException(String message, Throwable cause) {
        super(message, cause);
    }
}
