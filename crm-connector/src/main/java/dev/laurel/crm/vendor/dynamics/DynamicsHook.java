package dev.laurel.crm.vendor.dynamics;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.Credentials;
import dev.laurel.crm.vendor.Hook;
import dev.laurel.crm.vendor.Notice;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Webhooks of Dataverse: a service endpoint with a secret in a header or in the address, and the
 * context of one operation as the body. Nothing is signed there.
 */
public final class DynamicsHook implements Hook {

    /** The header to register for authentication by {@code HttpHeader}. */
    public static final String HEADER = "X-Laurel-Webhook-Key";

    /** The parameter of authentication by {@code WebhookKey}. */
    private static final String PARAMETER = "code";

    private static final Pattern DATE = Pattern.compile("/Date\\((-?[0-9]{1,15})[^)]*\\)/");
    private static final String NO_ID = "00000000-0000-0000-0000-000000000000";
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public Hearing hear(
            Connection connection, Credentials credentials, Request request, Instant now) {
        String secret = credentials.get(Credentials.WEBHOOK_SECRET, "");
        if (secret.isEmpty()) {
            return new Hearing.Closed(
                    "Expected a connection with credentials.webhookSecret, but there is none.");
        }
        String told = request.header(HEADER).or(() -> request.parameter(PARAMETER)).orElse("");
        if (!MessageDigest.isEqual(told.getBytes(UTF_8), secret.getBytes(UTF_8))) {
            return new Hearing.Untrusted(
                    "Expected the connection's webhookSecret in %s or as %s, but it is another."
                            .formatted(HEADER, PARAMETER));
        }
        try {
            return read(JSON.readTree(new String(request.body(), UTF_8)), now);
        } catch (JacksonException e) {
            return new Hearing.Unreadable(
                    "Expected JSON, but: %s.".formatted(e.getOriginalMessage()));
        }
    }

    private static Hearing read(JsonNode context, Instant now) {
        String contact = context.path("PrimaryEntityId").asString("").toLowerCase(Locale.ROOT);
        if (!context.path("PrimaryEntityName").asString("").equals("contact")) {
            return new Hearing.Heard(List.of());
        }
        if (!ContactQuery.id(contact).equals(contact)) {
            return new Hearing.Unreadable(
                    "Expected PrimaryEntityId, the id of a contact, but it was '%s'."
                            .formatted(contact));
        }
        Instant at = time(context.path("OperationCreatedOn").asString(""), now);
        String id = operation(context) + "-" + contact;
        return switch (context.path("MessageName").asString("")) {
            case "Delete" ->
                    new Hearing.Heard(
                            List.of(
                                    new Notice(
                                            id + "-gone", contact, Notice.Kind.GONE, "", "", at)));
            case "Create", "Update" -> new Hearing.Heard(changes(context, id, contact, at));
            default -> new Hearing.Heard(List.of());
        };
    }

    /** What is told with the operation; of one that is too large to be told, that it was. */
    private static List<Notice> changes(JsonNode context, String id, String contact, Instant at) {
        List<Notice> notices = new ArrayList<>();
        for (JsonNode parameter : context.path("InputParameters")) {
            if (parameter.path("key").asString("").equals("Target")) {
                for (JsonNode each : parameter.at("/value/Attributes")) {
                    String field = each.path("key").asString("");
                    notices.add(
                            new Notice(
                                    id + "-" + field,
                                    contact,
                                    Notice.Kind.CHANGED,
                                    field,
                                    text(each.path("value")),
                                    at));
                }
            }
        }
        return notices.isEmpty()
                ? List.of(new Notice(id, contact, Notice.Kind.CHANGED, "", "", at))
                : notices;
    }

    /** Of a choice the number that it is kept as. */
    private static String text(JsonNode value) {
        return value.isObject() ? value.path("Value").asString("") : value.asString("");
    }

    /** An asynchronous step that is tried again is the same operation. */
    private static String operation(JsonNode context) {
        for (String name : List.of("OperationId", "RequestId", "CorrelationId")) {
            String id = context.path(name).asString("");
            if (!id.isEmpty() && !id.equals(NO_ID)) {
                return id;
            }
        }
        return context.path("OperationCreatedOn").asString("");
    }

    private static Instant time(String text, Instant now) {
        Matcher date = DATE.matcher(text);
        return date.matches() ? Instant.ofEpochMilli(Long.parseLong(date.group(1))) : now;
    }
}
