package dev.laurel.sandbox.dynamics;

import dev.laurel.sandbox.contacts.Contacts;
import dev.laurel.sandbox.contacts.Contacts.Author;
import dev.laurel.sandbox.contacts.Contacts.Contact;
import dev.laurel.sandbox.contacts.Contacts.Taken;
import dev.laurel.sandbox.http.Call;
import dev.laurel.sandbox.http.Reply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code $batch} with updates by id that stand alone; change sets are refused here. */
final class BatchCalls {

    static final int LARGEST = 1_000;

    private static final String END = "\r\n";
    private static final Pattern BOUNDARY =
            Pattern.compile("multipart/mixed; *boundary=\"?([^\";]+)\"?");
    private static final Pattern OPERATION =
            Pattern.compile(
                    "(?s)"
                            + String.join(
                                    END,
                                    "",
                                    "Content-Type: application/http",
                                    "Content-Transfer-Encoding: binary",
                                    "Content-ID: ([0-9]+)",
                                    "",
                                    "PATCH /api/data/v[0-9.]+/contacts\\(([0-9a-f-]{36})\\) HTTP/1\\.1",
                                    "(.*?)",
                                    "",
                                    "(.*)",
                                    ""));
    private static final JsonMapper JSON = new JsonMapper();

    private final Contacts contacts;
    private final Columns columns;
    private final Map<String, DynamicsError> rules = new HashMap<>();

    BatchCalls(Contacts contacts, Columns columns) {
        this.contacts = contacts;
        this.columns = columns;
    }

    synchronized void refuse(String contact, String code, String message) {
        rules.put(contact, DynamicsError.bad(code, message));
    }

    /** The operations of a batch; {@code null} for one that is not as it has to be. */
    static @Nullable List<Matcher> operations(Call call) {
        Matcher boundary = BOUNDARY.matcher(call.header("Content-Type").orElse(""));
        if (!boundary.matches()) {
            return null;
        }
        String delimiter = "--" + boundary.group(1);
        String[] pieces = call.body().split(Pattern.quote(delimiter), -1);
        List<Matcher> operations = new ArrayList<>();
        for (int place = 1; place < pieces.length - 1; place++) {
            Matcher operation = OPERATION.matcher(pieces[place]);
            if (!operation.matches()) {
                return null;
            }
            operations.add(operation);
        }
        return !pieces[0].isEmpty()
                        || !pieces[pieces.length - 1].equals("--" + END)
                        || operations.isEmpty()
                        || operations.size() > LARGEST
                ? null
                : operations;
    }

    synchronized Reply answer(List<Matcher> operations, boolean goOn, boolean half) {
        StringBuilder body = new StringBuilder();
        int written = 0;
        int place = 0;
        for (Matcher operation : operations) {
            DynamicsError error =
                    half && place++ % 2 == 1 ? DynamicsError.TIMEOUT : update(operation);
            body.append(part(operation, error));
            if (error == null) {
                written++;
            } else if (!goOn) {
                return multipart(400, part(operation, error).toString()).written(written);
            }
        }
        return multipart(200, body.toString()).written(written);
    }

    private static Reply multipart(int status, String parts) {
        return Reply.text(
                status,
                "multipart/mixed; boundary=batchresponse_5a2d",
                parts + "--batchresponse_5a2d--" + END);
    }

    private static StringBuilder part(Matcher operation, @Nullable DynamicsError error) {
        StringBuilder part = new StringBuilder();
        part.append("--batchresponse_5a2d").append(END);
        part.append("Content-Type: application/http").append(END);
        part.append("Content-Transfer-Encoding: binary").append(END);
        part.append("Content-ID: ").append(operation.group(1)).append(END).append(END);
        if (error == null) {
            part.append("HTTP/1.1 204 No Content").append(END);
            part.append("OData-Version: 4.0").append(END).append(END).append(END);
        } else {
            part.append("HTTP/1.1 ").append(error.status()).append(" Error").append(END);
            part.append("Content-Type: application/json; odata.metadata=minimal").append(END);
            part.append(END).append(error.json()).append(END);
        }
        return part;
    }

    private @Nullable DynamicsError update(Matcher operation) {
        String id = operation.group(2);
        Map<String, String> values = new TreeMap<>();
        try {
            JsonNode body = JSON.readTree(operation.group(4));
            for (Map.Entry<String, JsonNode> each : body.properties()) {
                DynamicsError error = columns.check(each.getKey(), each.getValue());
                if (error != null) {
                    return error;
                }
                values.put(each.getKey(), each.getValue().asString(""));
            }
        } catch (JacksonException _) {
            return DynamicsError.bad("0x80048d19", "Error identified in Payload");
        }
        DynamicsError rule = rules.get(id);
        if (rule != null) {
            return rule;
        }
        String match = ifMatch(operation.group(3));
        Optional<Contact> before = contacts.find(id);
        if (before.isPresent()
                && !match.equals("*")
                && !match.isEmpty()
                && !match.equals("W/\"" + before.get().changes() + "\"")) {
            return DynamicsError.CHANGED;
        }
        try {
            if (contacts.update(id, values, Author.INTEGRATION).isPresent()) {
                return null;
            }
            // Without If-Match a contact would be made here, which nobody is to want.
            return match.isEmpty()
                    ? DynamicsError.bad("0x80040216", "An update made a contact")
                    : DynamicsError.MISSING;
        } catch (Taken taken) {
            return new DynamicsError(
                    412,
                    "0x80060892",
                    "A record that has the attribute values %s already exists."
                            .formatted(taken.field()));
        }
    }

    private static String ifMatch(String headers) {
        for (String header : headers.split(END, -1)) {
            if (header.startsWith("If-Match: ")) {
                return header.substring("If-Match: ".length());
            }
        }
        return "";
    }
}
