package dev.laurel.gateway.intake;

/** The broker has not said of every record that it has it. Some may be stored all the same. */
final class NotStoredException extends Exception {

    NotStoredException(Exception cause) {
        super(cause);
    }
}
