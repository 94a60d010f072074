package dev.laurel.sandbox.hubspot;

import dev.laurel.sandbox.http.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An error in HubSpot's words.
 *
 * @param id of the record that it is about, empty for none
 */
record HubSpotError(int status, String category, String message, String id) {

    Reply whole(String correlationId) {
        return Reply.json(status, body(correlationId));
    }

    Map<String, Object> body(String correlationId) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", "error");
        body.put("message", message);
        body.put("correlationId", correlationId);
        body.put("category", category);
        return body;
    }

    /** As one of the errors of an answer with several statuses. */
    Map<String, Object> item(String traceId) {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("id", List.of(id));
        if (!traceId.isEmpty()) {
            context.put("objectWriteTraceId", List.of(traceId));
        }
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("status", "error");
        item.put("category", category);
        item.put("message", message);
        item.put("context", context);
        item.put("links", Map.of());
        item.put("errors", List.of());
        return item;
    }
}
