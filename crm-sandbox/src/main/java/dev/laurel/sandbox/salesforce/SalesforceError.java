package dev.laurel.sandbox.salesforce;

import dev.laurel.sandbox.http.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An error in Salesforce's words, of a whole call or of one record. */
record SalesforceError(int status, String code, String message) {

    static SalesforceError of(String code, String message) {
        return new SalesforceError(400, code, message);
    }

    static SalesforceError notFound() {
        return new SalesforceError(404, "NOT_FOUND", "The requested resource does not exist");
    }

    Reply whole() {
        return Reply.json(status, List.of(Map.of("message", message, "errorCode", code)));
    }

    /** As one of the results of a collection. */
    Map<String, Object> item() {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("success", false);
        item.put(
                "errors",
                List.of(Map.of("statusCode", code, "message", message, "fields", List.of())));
        return item;
    }
}
