package dev.laurel.sandbox.dynamics;

import dev.laurel.sandbox.contacts.Contacts;
import dev.laurel.sandbox.contacts.Contacts.Author;
import dev.laurel.sandbox.contacts.Contacts.Change;
import dev.laurel.sandbox.http.Callbacks;
import dev.laurel.sandbox.http.Callbacks.Notification;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service endpoint with steps on Create, Update and Delete of contacts: one request per
 * operation, with the context of it and the endpoint's header. A step with no filtering attributes.
 */
public final class DynamicsWebhooks implements AutoCloseable {

    /** The application user that writes through the Web API. */
    static final String APPLICATION_USER = "00000000-0000-4000-9000-000000000001";

    private static final String SOMEBODY = "00000000-0000-4000-9000-000000000002";
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, String> headers;
    private final Callbacks callbacks;
    private final AtomicLong operations = new AtomicLong();

    /**
     * Tells of all changes from now on.
     *
     * @param address where the endpoint is
     * @param headers of the endpoint's authentication by {@code HttpHeader}
     */
    public DynamicsWebhooks(Contacts contacts, URI address, Map<String, String> headers) {
        this.headers = Map.copyOf(headers);
        this.callbacks = new Callbacks(address);
        contacts.listen(it -> callbacks.add(callback(JSON.writeValueAsString(context(it)))));
    }

    public Callbacks callbacks() {
        return callbacks;
    }

    /** A body with the endpoint's headers. */
    public Notification callback(String body) {
        return new Notification(body, (_, _) -> headers);
    }

    @Override
    public void close() {
        callbacks.close();
    }

    private Map<String, Object> context(Change change) {
        String operation = "00000000-0000-4000-a000-%012d".formatted(operations.incrementAndGet());
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("MessageName", message(change));
        context.put("PrimaryEntityName", "contact");
        context.put("PrimaryEntityId", change.id());
        context.put(
                "InitiatingUserId",
                change.author() == Author.INTEGRATION ? APPLICATION_USER : SOMEBODY);
        context.put("OperationId", operation);
        context.put("RequestId", operation);
        context.put("CorrelationId", operation);
        context.put("OperationCreatedOn", "/Date(1796300000000)/");
        context.put("Depth", 1);
        context.put("Mode", 1);
        context.put("Stage", 40);
        context.put("InputParameters", List.of(Map.of("key", "Target", "value", target(change))));
        return context;
    }

    private static String message(Change change) {
        if (change.after() == null) {
            return "Delete";
        }
        return change.after().changes() == 1 ? "Create" : "Update";
    }

    private static Map<String, Object> target(Change change) {
        return Map.of(
                "__type",
                "Entity:http://schemas.microsoft.com/xrm/2011/Contracts",
                "Id",
                change.id(),
                "LogicalName",
                "contact",
                "Attributes",
                change.values().entrySet().stream()
                        .map(it -> Map.of("key", it.getKey(), "value", it.getValue()))
                        .toList());
    }
}
