package dev.laurel.embedded;

import org.jspecify.annotations.Nullable;

/** The broker, the database or their folder can't be used; the message says why in one sentence. */
public final class EmbeddedInfrastructureException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EmbeddedInfrastructureException(String message) {
        super(message);
    }

    EmbeddedInfrastructureException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
