package dev.laurel.sandbox.hubspot;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.sandbox.contacts.Contacts;
import dev.laurel.sandbox.contacts.Contacts.Author;
import dev.laurel.sandbox.contacts.Contacts.Change;
import dev.laurel.sandbox.http.Callbacks;
import dev.laurel.sandbox.http.Callbacks.Notification;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/**
 * The webhooks of an app: subscriptions to changes of properties, and to contacts that are made or
 * deleted, signed with the app's client secret (version 3).
 */
public final class HubSpotWebhooks implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final String clientSecret;
    private final String targetUrl;
    private final Set<String> properties;
    private final Callbacks callbacks;
    private final LongSupplier millis;
    private final AtomicLong events = new AtomicLong(1_000);

    /**
     * Tells of all changes from now on.
     *
     * @param targetUrl as it is configured in the app, which is what is signed
     * @param address where that is on this machine
     * @param properties subscribed to
     */
    public HubSpotWebhooks(
            Contacts contacts,
            String clientSecret,
            String targetUrl,
            URI address,
            Set<String> properties,
            LongSupplier millis) {
        this.clientSecret = clientSecret;
        this.targetUrl = targetUrl;
        this.properties = Set.copyOf(properties);
        this.callbacks = new Callbacks(address);
        this.millis = millis;
        contacts.listen(this::tell);
    }

    public Callbacks callbacks() {
        return callbacks;
    }

    @Override
    public void close() {
        callbacks.close();
    }

    private void tell(Change change) {
        List<Map<String, Object>> told = new ArrayList<>();
        if (change.after() == null) {
            told.add(event("contact.deletion", change));
        } else if (change.after().changes() == 1) {
            told.add(event("contact.creation", change));
        }
        change.values()
                .forEach((property, value) -> {
                    if (properties.contains(property)) {
                        Map<String, Object> event = event("contact.propertyChange", change);
                        event.put("propertyName", property);
                        event.put("propertyValue", value);
                        told.add(event);
                    }
                });
        if (!told.isEmpty()) {
            callbacks.add(signed(JSON.writeValueAsString(told)));
        }
    }

    private Map<String, Object> event(String type, Change change) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("eventId", events.incrementAndGet());
        event.put("subscriptionId", Math.floorMod(type.hashCode(), 1_000_000));
        event.put("portalId", 62_515);
        event.put("appId", 54_321);
        event.put("occurredAt", millis.getAsLong());
        event.put("subscriptionType", type);
        event.put("attemptNumber", 0);
        event.put("objectId", Long.parseLong(change.id()));
        event.put("changeSource", change.author() == Author.INTEGRATION ? "INTEGRATION" : "CRM_UI");
        event.put("sourceId", change.author() == Author.INTEGRATION ? "54321" : "userId:7");
        return event;
    }

    /** A body with a signature that is made when it is sent. */
    public Notification signed(String body) {
        return new Notification(
                body,
                (text, _) -> {
                    String timestamp = Long.toString(millis.getAsLong());
                    return Map.of(
                            "X-HubSpot-Request-Timestamp",
                            timestamp,
                            "X-HubSpot-Signature-v3",
                            signature(text, timestamp));
                });
    }

    /** Version 3: method, address, body and timestamp. */
    public String signature(String body, String timestamp) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(clientSecret.getBytes(UTF_8), "HmacSHA256"));
            return Base64.getEncoder()
                    .encodeToString(
                            mac.doFinal(("POST" + targetUrl + body + timestamp).getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
