package dev.laurel.contracts.events;

/**
 * Events that the platform itself tells of, such as prizes and silences: nobody did anything, and
 * nobody else may tell of them.
 */
public final class PlatformEvents {

    /** What their sources begin with. */
    public static final String SOURCES = "/laurel/";

    private PlatformEvents() {}

    /** Whether a source is the platform's. */
    public static boolean isFrom(String source) {
        return source.startsWith(SOURCES);
    }
}
