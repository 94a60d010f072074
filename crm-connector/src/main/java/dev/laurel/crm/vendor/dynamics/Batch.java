package dev.laurel.crm.vendor.dynamics;

import dev.laurel.crm.vendor.http.Exchange.Response;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The multipart bodies of {@code $batch}: operations that stand alone, so that one which fails
 * takes no other with it. Lines end with CRLF, and before a body there is an empty one.
 */
final class Batch {

    static final String BOUNDARY = "batch_laurel";

    private static final String END = "\r\n";
    private static final Pattern GIVEN =
            Pattern.compile("boundary=\"?([^\";]+)\"?", Pattern.CASE_INSENSITIVE);
    private static final Pattern STATUS = Pattern.compile("(?s)HTTP/1\\.1 (\\d{3})[^\\n]*\\n(.*)");

    private Batch() {}

    /** What came of one operation. */
    record Part(int status, String body) {

        JsonNode json() {
            return new Response(status, HttpHeaders.of(Map.of(), (_, _) -> true), body).json();
        }
    }

    /** An update of a row that is there; a row that is not is not made. */
    static String update(int number, String path, String json) {
        return String.join(
                END,
                "--" + BOUNDARY,
                "Content-Type: application/http",
                "Content-Transfer-Encoding: binary",
                "Content-ID: " + number,
                "",
                "PATCH " + path + " HTTP/1.1",
                "Content-Type: application/json",
                "If-Match: *",
                "",
                json,
                "");
    }

    static String end() {
        return "--" + BOUNDARY + "--" + END;
    }

    /** The parts of an answer, in order; none for anything else than such an answer. */
    static List<Part> parts(Response response) {
        Matcher given = GIVEN.matcher(response.header("Content-Type").orElse(""));
        List<Part> parts = new ArrayList<>();
        if (!given.find()) {
            return parts;
        }
        String[] pieces = response.body().split(Pattern.quote("--" + given.group(1)), -1);
        for (String piece : pieces) {
            Matcher status = STATUS.matcher(piece);
            if (status.find()) {
                parts.add(new Part(Integer.parseInt(status.group(1)), body(status.group(2))));
            }
        }
        return parts;
    }

    /** Behind the first empty line. */
    private static String body(String headersAndBody) {
        Matcher empty = Pattern.compile("(?:^|\\n)\\r?\\n").matcher(headersAndBody);
        return empty.find() ? headersAndBody.substring(empty.end()).strip() : "";
    }
}
