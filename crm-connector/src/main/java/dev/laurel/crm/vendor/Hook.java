package dev.laurel.crm.vendor;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.Credentials;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How vendors call webhooks. */
@FunctionalInterface
public interface Hook {

    /** Reads what a vendor says, if it is the vendor who says it. */
    Hearing hear(Connection connection, Credentials credentials, Request request, Instant now);

    /**
     * A request as it came in.
     *
     * @param header a header's first value by its name
     * @param parameter a parameter's first value by its name
     * @param body the bytes, of which signatures are made
     */
    record Request(
            String method,
            Function<String, Optional<String>> header,
            Function<String, Optional<String>> parameter,
            byte[] body) {}

    /** What came of a request. */
    sealed interface Hearing {

        /** Changes of contacts; what else vendors tell of is left out. */
        record Heard(List<Notice> notices) implements Hearing {}

        /** It is not shown to be the vendor's. */
        record Untrusted(String reason) implements Hearing {}

        /** It is the vendor's, but not to be understood. */
        record Unreadable(String reason) implements Hearing {}

        /** The connection is not set up for it, or the vendor has no webhooks. */
        record Closed(String reason) implements Hearing {}
    }
}
