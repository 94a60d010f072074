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

    /** A request as it came in. */
    final class Request {

        private final String method;
        private final Function<String, Optional<String>> headers;
        private final Function<String, Optional<String>> parameters;
        private final byte[] body;

        /**
         * A request.
         *
         * @param headers a header's first value by its name
         * @param parameters a parameter's first value by its name
         */
        public Request(
                String method,
                Function<String, Optional<String>> headers,
                Function<String, Optional<String>> parameters,
                byte[] body) {
            this.method = method;
            this.headers = headers;
            this.parameters = parameters;
            this.body = body.clone();
        }

        public String method() {
            return method;
        }

        public Optional<String> header(String name) {
            return headers.apply(name);
        }

        public Optional<String> parameter(String name) {
            return parameters.apply(name);
        }

        /** The bytes as they came, of which signatures are made. */
        public byte[] body() {
            return body.clone();
        }
    }

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
