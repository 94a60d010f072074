package dev.laurel.sandbox.http;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer.
 *
 * @param written records that the call changed, for the statistics
 */
public record Reply(
        int status, String contentType, String body, Map<String, String> headers, int written) {

    private static final JsonMapper JSON = new JsonMapper();

    public static Reply json(int status, Object value) {
        return new Reply(
                status,
                "application/json;charset=UTF-8",
                JSON.writeValueAsString(value),
                Map.of(),
                0);
    }

    public static Reply text(int status, String contentType, String text) {
        return new Reply(status, contentType, text, Map.of(), 0);
    }

    /** Without a body. */
    public static Reply empty(int status) {
        return new Reply(status, "", "", Map.of(), 0);
    }

    public Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, contentType, body, more, written);
    }

    public Reply written(int records) {
        return new Reply(status, contentType, body, headers, records);
    }
}
