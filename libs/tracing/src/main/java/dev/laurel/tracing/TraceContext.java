package dev.laurel.tracing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Where a step stands in its trace, as a header: {@code 00-<trace>-<step>-<flags>} of the <a
 * href="https://www.w3.org/TR/trace-context/">W3C's recommendation</a>.
 */
public final class TraceContext {

    /** The header of records and requests. */
    public static final String HEADER = "traceparent";

    private static final Pattern FORM =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final int SAMPLED = 1;
    private static final int TRACE_FROM = 3;
    private static final int TRACE_TO = 35;

    private TraceContext() {}

    /** Whether this is a context of a trace that is to be kept; nothing else is looked at. */
    public static boolean isSampled(@Nullable String context) {
        return context != null
                && FORM.matcher(context).matches()
                && (Integer.parseInt(context.substring(context.length() - 2), 16) & SAMPLED) != 0;
    }

    /** The id of the trace that a context is of. */
    public static String traceOf(String context) {
        return context.substring(TRACE_FROM, TRACE_TO);
    }

    /** The context that a record carries, {@code null} for none or one that is not to be kept. */
    public static @Nullable String of(Headers headers) {
        return of(headers, HEADER);
    }

    /** As {@link #of(Headers)}, by another name. */
    public static @Nullable String of(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        if (header == null || header.value() == null) {
            return null;
        }
        String context = new String(header.value(), US_ASCII);
        return isSampled(context) ? context : null;
    }

    /** Has a record carry a context, instead of the one that it had, if there is one. */
    public static void put(Headers headers, @Nullable String context) {
        if (context != null) {
            headers.remove(HEADER);
            headers.add(HEADER, context.getBytes(US_ASCII));
        }
    }
}
