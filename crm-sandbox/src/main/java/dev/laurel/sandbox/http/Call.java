package dev.laurel.sandbox.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request as it came in.
 *
 * @param path without the query, percent-decoded
 * @param query decoded
 */
public record Call(
        String method, String path, Map<String, String> query, Headers headers, String body) {

    private static final JsonMapper JSON = new JsonMapper();

    /** How long the address is as it was written, about. */
    public int rawLength() {
        int length = path.length();
        for (Map.Entry<String, String> each : query.entrySet()) {
            length +=
                    each.getKey().length() + URLEncoder.encode(each.getValue(), UTF_8).length() + 2;
        }
        return length;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }

    /** The body as JSON; an empty object where there is none. */
    public JsonNode json() {
        return body.isEmpty() ? JSON.createObjectNode() : JSON.readTree(body);
    }

    /** The body as a form. */
    public Map<String, String> form() {
        return pairs(body);
    }

    static Map<String, String> pairs(String encoded) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                pairs.put(
                        URLDecoder.decode(pair.substring(0, equals), UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), UTF_8));
            }
        }
        return pairs;
    }
}
