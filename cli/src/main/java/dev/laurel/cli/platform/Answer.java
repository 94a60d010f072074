package dev.laurel.cli.platform;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * What the platform answered.
 *
 * @param status the HTTP status
 * @param retryAfterSeconds when to try again, 0 where it does not say
 * @param at when, by the platform's clock and in whole seconds; in the distant past where it does
 *     not say
 * @param body the JSON, an empty object where there was none
 */
public record Answer(int status, long retryAfterSeconds, Instant at, JsonNode body) {

    /** Whether the same request may succeed later. */
    public boolean isPassing() {
        return status == 429 || status == 502 || status == 503 || status == 504;
    }

    /** What a problem says, or the status where the body is none. */
    public String detail() {
        return body.path("detail").asString("the status was " + status);
    }
}
