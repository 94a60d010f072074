package dev.laurel.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Headers in one column: {@code name=value&name=value}, form-encoded, by name; empty for none. */
final class HeaderText {

    private HeaderText() {}

    static String write(Map<String, String> headers) {
        if (headers.isEmpty()) {
            return "";
        }
        return new TreeMap<>(headers)
                .entrySet().stream()
                        .map(header ->
                                URLEncoder.encode(header.getKey(), UTF_8)
                                        + "="
                                        + URLEncoder.encode(header.getValue(), UTF_8))
                        .collect(Collectors.joining("&"));
    }

    static Map<String, String> read(String text) {
        if (text.isEmpty()) {
            return Map.of();
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            headers.put(
                    URLDecoder.decode(pair.substring(0, equals), UTF_8),
                    URLDecoder.decode(pair.substring(equals + 1), UTF_8));
        }
        return headers;
    }
}
