package dev.laurel.crm.vendor.hubspot;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.connections.Credentials;
import dev.laurel.crm.vendor.Hook;
import dev.laurel.crm.vendor.Notice;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** HubSpot's webhooks: up to a hundred events in a request, with subscriptions old and new. */
public final class HubSpotHook implements Hook {

    private static final String CONTACTS = "0-1";
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public Hearing hear(
            Connection connection, Credentials credentials, Request request, Instant now) {
        String secret = credentials.get(Credentials.WEBHOOK_SECRET, "");
        URI url = connection.inbound().webhookUrl();
        if (secret.isEmpty() || url == null) {
            return new Hearing.Closed(
                    "Expected a connection with inbound.webhookUrl and credentials.webhookSecret, but one of them is missing.");
        }
        String timestamp = request.header("X-HubSpot-Request-Timestamp").orElse("");
        String signature = request.header("X-HubSpot-Signature-v3").orElse("");
        // The signature first: who can't sign learns nothing of clocks.
        if (!new HubSpotSignature(secret)
                .isRight(signature, request.method(), url, request.body(), timestamp)) {
            return new Hearing.Untrusted(
                    "Expected X-HubSpot-Signature-v3 of the request to %s, but it is another."
                            .formatted(url));
        }
        if (!HubSpotSignature.isTimely(timestamp, now)) {
            return new Hearing.Untrusted(
                    "Expected X-HubSpot-Request-Timestamp within %d minutes of now, but it is %s."
                            .formatted(HubSpotSignature.WINDOW.toMinutes(), timestamp));
        }
        return read(request.body());
    }

    private static Hearing read(byte[] body) {
        try {
            JsonNode events = JSON.readTree(new String(body, UTF_8));
            if (!events.isArray()) {
                return new Hearing.Unreadable("Expected a list of events, but there is none.");
            }
            List<Notice> notices = new ArrayList<>();
            events.forEach(it -> add(notices, it));
            return new Hearing.Heard(notices);
        } catch (JacksonException e) {
            return new Hearing.Unreadable(
                    "Expected JSON, but: %s.".formatted(e.getOriginalMessage()));
        }
    }

    private static void add(List<Notice> notices, JsonNode event) {
        String type = event.path("subscriptionType").asString("");
        boolean contact =
                type.startsWith("contact.")
                        || (type.startsWith("object.")
                                && event.path("objectTypeId").asString("").equals(CONTACTS));
        if (!contact) {
            return;
        }
        switch (type.substring(type.indexOf('.') + 1)) {
            case "propertyChange", "creation", "restore" ->
                    add(notices, event, Notice.Kind.CHANGED, event.path("objectId"));
            case "deletion" -> add(notices, event, Notice.Kind.GONE, event.path("objectId"));
            case "privacyDeletion" ->
                    add(notices, event, Notice.Kind.FORGOTTEN, event.path("objectId"));
            case "merge" -> {
                add(notices, event, Notice.Kind.CHANGED, event.path("newObjectId"));
                event.path("mergedObjectIds")
                        .forEach(it -> add(notices, event, Notice.Kind.GONE, it));
            }
            // Of what is not asked for, such as associations, nothing follows.
            default -> {}
        }
    }

    private static void add(
            List<Notice> notices, JsonNode event, Notice.Kind kind, JsonNode contact) {
        String id = contact.asString("");
        if (!id.matches("[0-9]{1,20}")) {
            return;
        }
        // An eventId by itself is not promised to be unique; the number of the attempt is no part.
        String notice =
                "%s-%s-%s-%s"
                        .formatted(
                                event.path("subscriptionId").asString(""),
                                event.path("eventId").asString(""),
                                id,
                                event.path("occurredAt").asString(""));
        notices.add(
                new Notice(
                        notice,
                        id,
                        kind,
                        event.path("propertyName").asString(""),
                        event.path("propertyValue").asString(""),
                        Instant.ofEpochMilli(event.path("occurredAt").asLong(0))));
    }
}
