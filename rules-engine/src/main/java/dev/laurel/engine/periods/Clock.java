package dev.laurel.engine.periods;

import java.util.Locale;

/** Whose clock and calendar a mechanic goes by. */
public enum Clock {
    /** The program's time zone. */
    PROGRAM,
    /** The member's own time zone, that of the program where the member has none. */
    MEMBER;

    /** The word of the program language. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
