package dev.laurel.cli.replay;

/** A line that is no event at all. */
final class BrokenLineException extends Exception {

    private final long line;

    /**
     * @param reason why, the end of a sentence
     */
    BrokenLineException(long line, String reason) {
        super("Expected one event, a JSON object, but %s.".formatted(reason));
        this.line = line;
    }

    long line() {
        return line;
    }
}
