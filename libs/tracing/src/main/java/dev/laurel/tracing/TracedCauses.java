package dev.laurel.tracing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of a batch is traced, for those who write of its effects far from where it was read. A batch
 * is of many traces, so that there is no one trace of the thread that does it.
 */
public final class TracedCauses {

    private static final ScopedValue<Map<?, String>> OF_THE_BATCH = ScopedValue.newInstance();

    private TracedCauses() {}

    /**
     * Does something while {@link #headers} and {@link #context} answer by these causes.
     *
     * @param contexts trace contexts, by what they are of
     */
    public static void during(Map<?, String> contexts, Runnable work) {
        if (contexts.isEmpty()) {
            work.run();
        } else {
            ScopedValue.where(OF_THE_BATCH, contexts).run(work);
        }
    }

    /** The trace context of a cause, {@code null} if it is not traced. */
    public static @Nullable String context(Object cause) {
        return OF_THE_BATCH.isBound() ? OF_THE_BATCH.get().get(cause) : null;
    }

    /** The headers for a record about the effects of a cause: none if it is not traced. */
    public static Map<String, String> headers(Object cause) {
        String context = context(cause);
        return context == null ? Map.of() : Map.of(TraceContext.HEADER, context);
    }
}
