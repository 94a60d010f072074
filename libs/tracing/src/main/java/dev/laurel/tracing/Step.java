package dev.laurel.tracing;

import org.jspecify.annotations.Nullable;

/** A step that is being taken. May be ended by another thread than the one that began it. */
public interface Step extends AutoCloseable {

    /** A step of what is not traced. */
    static Step untraced() {
        return Untraced.STEP;
    }

    /** W3C trace context for those who come after it, {@code null} if it is not traced. */
    @Nullable String context();

    /** Says something of it, by a name of OpenTelemetry's conventions where there is one. */
    Step with(String name, String value);

    /** Says that it failed, before it ends. */
    void failed(Throwable cause);

    /** Ends it. */
    @Override
    void close();
}
