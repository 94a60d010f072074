package dev.laurel.crm.vendor.http;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came of a request. */
public sealed interface Exchange {

    /** An answer of any status. */
    record Response(int status, HttpHeaders headers, String body) implements Exchange {

        private static final JsonMapper JSON = new JsonMapper();
        private static final int SHOWN = 300;

        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        /** The body as JSON; an empty object for anything else, vendors' proxies included. */
        public JsonNode json() {
            try {
                return body.isEmpty() ? JSON.createObjectNode() : JSON.readTree(body);
            } catch (JacksonException _) {
                return JSON.createObjectNode();
            }
        }

        public Optional<String> header(String name) {
            return headers.firstValue(name);
        }

        public OptionalLong number(String header) {
            return header(header)
                    .map(String::strip)
                    .filter(it -> it.matches("[0-9]{1,18}"))
                    .map(it -> OptionalLong.of(Long.parseLong(it)))
                    .orElse(OptionalLong.empty());
        }

        /** The header in seconds, where it is there. */
        public Optional<Duration> retryAfter() {
            OptionalLong seconds = number("Retry-After");
            return seconds.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Duration.ofSeconds(seconds.getAsLong()));
        }

        /** A text of the vendor's, short enough to be kept. */
        public static String shortened(String text) {
            return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
        }
    }

    /** None: whether the request was carried out is not known. */
    record NoAnswer(String reason) implements Exchange {}

    /**
     * It was not sent, because it may not be.
     *
     * @param pause how long that is so at least
     */
    record Held(Duration pause, String reason) implements Exchange {}
}
