package dev.laurel.cli;

/** A command that could not do what it was asked: its message is what the user reads. */
public final class CommandFailure extends RuntimeException {

    /**
     * @param message one sentence with what was expected and what was there instead
     */
    public CommandFailure(String message) {
        super(message);
    }

    /**
     * @param message one sentence with what was expected and what was there instead
     */
    public CommandFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
