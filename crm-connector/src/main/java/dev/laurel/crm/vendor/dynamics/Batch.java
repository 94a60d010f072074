package dev.laurel.crm.vendor.dynamics;

import dev.laurel.crm.vendor.http.Exchange.Response;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    private static final Pattern EMPTY_LINE = Pattern.compile("(?:^|\\n)\\r?\\n");
    private static final Pattern ENTITY =
            Pattern.compile(
                    "(?im)^OData-EntityId:[^\\r\\n]*\\(([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\)");
    private static final Pattern STATUS = Pattern.compile("(?s)HTTP/1\\.1 (\\d{3})[^\\n]*\\n(.*)");

    private Batch() {}

    /**
     * What came of one operation.
     *
     * @param headers as they came, without the status
     */
    record Part(int status, String headers, String body) {

        /** The id of the row that was made, {@code ""} for none. */
        String entity() {
            Matcher entity = ENTITY.matcher(headers);
            return entity.find() ? entity.group(1).toLowerCase(Locale.ROOT) : "";
        }

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

    /** A row that is to be made, unless the customer's rules say that it is there already. */
    static String creation(int number, String path, String json) {
        return String.join(
                END,
                "--" + BOUNDARY,
                "Content-Type: application/http",
                "Content-Transfer-Encoding: binary",
                "Content-ID: " + number,
                "",
                "POST " + path + " HTTP/1.1",
                "Content-Type: application/json",
                "MSCRM.SuppressDuplicateDetection: false",
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
                parts.add(part(Integer.parseInt(status.group(1)), status.group(2)));
            }
        }
        return parts;
    }

    /** The body is behind the first empty line. */
    private static Part part(int status, String text) {
        Matcher empty = EMPTY_LINE.matcher(text);
        return empty.find()
                ? new Part(
                        status,
                        text.substring(0, empty.start()),
                        text.substring(empty.end()).strip())
                : new Part(status, text, "");
    }
}
