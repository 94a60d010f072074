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

/**
 * {@code $batch} with updates by id and new contacts that stand alone; change sets are refused
 * here.
 */
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
                                    "(?:PATCH /api/data/v[0-9.]+/contacts\\(([0-9a-f-]{36})\\)|POST /api/data/v[0-9.]+/contacts) HTTP/1\\.1",
                                    "(.*?)",
                                    "",
                                    "(.*)",
                                    ""));
    private static final JsonMapper JSON = new JsonMapper();

    private final Contacts contacts;
    private final Columns columns;
    private final Map<String, DynamicsError> rules = new HashMap<>();
    private boolean detecting = true;

    BatchCalls(Contacts contacts, Columns columns) {
        this.contacts = contacts;
        this.columns = columns;
    }

    synchronized void refuse(String contact, String code, String message) {
        rules.put(contact, DynamicsError.bad(code, message));
    }

    /** Whether there is a rule that no two contacts have the same e-mail address. */
    synchronized void detectDuplicates(boolean isOn) {
        detecting = isOn;
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
            Result result =
                    half && place++ % 2 == 1
                            ? new Result("", DynamicsError.TIMEOUT)
                            : operation.group(2) == null ? create(operation) : update(operation);
            StringBuilder part = part(operation, result);
            body.append(part);
            if (result.error() == null) {
                written++;
            } else if (!goOn) {
                return multipart(400, part.toString()).written(written);
            }
        }
        return multipart(200, body.toString()).written(written);
    }

    /**
     * What came of an operation.
     *
     * @param made the id of a new contact, empty for none
     */
    private record Result(String made, @Nullable DynamicsError error) {}

    private static Reply multipart(int status, String parts) {
        return Reply.text(
                status,
                "multipart/mixed; boundary=batchresponse_5a2d",
                parts + "--batchresponse_5a2d--" + END);
    }

    private static StringBuilder part(Matcher operation, Result result) {
        DynamicsError error = result.error();
        StringBuilder part = new StringBuilder();
        part.append("--batchresponse_5a2d").append(END);
        part.append("Content-Type: application/http").append(END);
        part.append("Content-Transfer-Encoding: binary").append(END);
        part.append("Content-ID: ").append(operation.group(1)).append(END).append(END);
        if (error == null) {
            part.append("HTTP/1.1 204 No Content").append(END);
            part.append("OData-Version: 4.0").append(END);
            if (!result.made().isEmpty()) {
                part.append("OData-EntityId: https://sandbox/api/data/v9.2/contacts(")
                        .append(result.made())
                        .append(")")
                        .append(END);
            }
            part.append(END).append(END);
        } else {
            part.append("HTTP/1.1 ").append(error.status()).append(" Error").append(END);
            part.append("Content-Type: application/json; odata.metadata=minimal").append(END);
            part.append(END).append(error.json()).append(END);
        }
        return part;
    }

    /** Fills in the values of an operation, and says what is wrong with them. */
    private @Nullable DynamicsError read(Matcher operation, Map<String, String> values) {
        try {
            JsonNode body = JSON.readTree(operation.group(4));
            for (Map.Entry<String, JsonNode> each : body.properties()) {
                DynamicsError error = columns.check(each.getKey(), each.getValue());
                if (error != null) {
                    return error;
                }
                values.put(each.getKey(), each.getValue().asString(""));
            }
            return null;
        } catch (JacksonException _) {
            return DynamicsError.bad("0x80048d19", "Error identified in Payload");
        }
    }

    /** Rules that detect duplicates are asked only where the call says so. */
    private Result create(Matcher operation) {
        Map<String, String> values = new TreeMap<>();
        DynamicsError error = read(operation, values);
        if (error != null) {
            return new Result("", error);
        }
        String email = values.getOrDefault("emailaddress1", "");
        DynamicsError rule = rules.get(email);
        if (rule != null) {
            return new Result("", rule);
        }
        boolean asked = operation.group(3).contains("MSCRM.SuppressDuplicateDetection: false");
        if (detecting
                && asked
                && !email.isEmpty()
                && !contacts.findAll("emailaddress1", email).isEmpty()) {
            return new Result("", DynamicsError.DUPLICATE);
        }
        try {
            return new Result(contacts.create(values, Author.INTEGRATION).id(), null);
        } catch (Taken taken) {
            return new Result("", taken(taken));
        }
    }

    private static DynamicsError taken(Taken taken) {
        return new DynamicsError(
                412,
                "0x80060892",
                "A record that has the attribute values %s already exists."
                        .formatted(taken.field()));
    }

    private Result update(Matcher operation) {
        return new Result("", change(operation));
    }

    private @Nullable DynamicsError change(Matcher operation) {
        String id = operation.group(2);
        Map<String, String> values = new TreeMap<>();
        DynamicsError error = read(operation, values);
        if (error != null) {
            return error;
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
            return taken(taken);
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
