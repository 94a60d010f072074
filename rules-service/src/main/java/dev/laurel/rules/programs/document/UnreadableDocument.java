package dev.laurel.rules.programs.document;

/** A text that is no document; the message says what was expected and where. */
public final class UnreadableDocument extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    /**
     * @param line counts from 1; 0 when the place is not known
     * @param column counts from 1; 0 when the place is not known
     */
    UnreadableDocument(String message, int line, int column) {
        super(line > 0 ? "%s (line %d, column %d)".formatted(message, line, column) : message);
        this.line = line;
        this.column = column;
    }

    /** Counts from 1; 0 when the place is not known. */
    public int line() {
        return line;
    }

    /** Counts from 1; 0 when the place is not known. */
    public int column() {
        return column;
    }
}
