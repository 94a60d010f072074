package dev.laurel.cli.replay;

/** One event of the file. */
final class EventLine {

    private final long number;
    private final byte[] json;
    private final String subject;

    EventLine(long number, byte[] json, String subject) {
        this.number = number;
        this.json = json;
        this.subject = subject;
    }

    /** The line's number, from 1. */
    long number() {
        return number;
    }

    /** The line as it is in the file; not to be changed. */
    byte[] json() {
        return json;
    }

    /** Whose event it is, empty where it does not say. */
    String subject() {
        return subject;
    }
}
