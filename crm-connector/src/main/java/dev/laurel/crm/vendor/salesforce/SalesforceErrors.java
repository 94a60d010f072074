package dev.laurel.crm.vendor.salesforce;

import dev.laurel.crm.vendor.Answer;
import dev.laurel.crm.vendor.Outcome;
import dev.laurel.crm.vendor.Refusal;
import dev.laurel.crm.vendor.http.Exchange.Response;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What Salesforce's errors mean. Of a whole call they are an array with {@code errorCode}, of one
 * record with {@code statusCode}.
 */
final class SalesforceErrors {

    private static final Duration TOO_MANY_AT_ONCE = Duration.ofSeconds(2);
    private static final Duration DAY_IS_SPENT = Duration.ofHours(1);

    /** Contention and outages, which pass. */
    private static final Set<String> PASSING =
            Set.of(
                    "UNABLE_TO_LOCK_ROW",
                    "QUERY_TIMEOUT",
                    "SERVER_UNAVAILABLE",
                    "UNKNOWN_EXCEPTION",
                    "REQUEST_RUNNING_TOO_LONG",
                    "ALL_OR_NONE_OPERATION_ROLLED_BACK",
                    "PROCESSING_HALTED");

    /** There is no such contact, any more or at all. */
    private static final Set<String> MISSING =
            Set.of(
                    "ENTITY_IS_DELETED",
                    "INVALID_CROSS_REFERENCE_KEY",
                    "INVALID_ID_FIELD",
                    "MALFORMED_ID",
                    "NOT_FOUND");

    private SalesforceErrors() {}

    /** Of an answer that is no success. */
    static <T> Answer<T> whole(Response response) {
        JsonNode error = response.json().path(0);
        String code = error.path("errorCode").asString("");
        String message = error.path("message").asString("");
        String text =
                "Salesforce answered %d: %s %s"
                        .formatted(response.status(), code, Response.shortened(message))
                        .strip();
        if (code.equals("REQUEST_LIMIT_EXCEEDED")) {
            return new Answer.Throttled<>(response.retryAfter().orElse(pause(message)), text);
        }
        return switch (response.status()) {
            case 429 ->
                    new Answer.Throttled<>(response.retryAfter().orElse(TOO_MANY_AT_ONCE), text);
            case 401, 403, 404, 410 -> new Answer.Denied<>(text);
            default ->
                    response.status() >= 500 || response.status() < 400
                            ? new Answer.Failed<>(text)
                            : new Answer.Rejected<>(
                                    new Refusal(
                                            code.isEmpty() ? "UNKNOWN" : code,
                                            text,
                                            correlation(response)));
        };
    }

    /** Of one record of a batch: what is not known will not pass. */
    static Outcome single(JsonNode result, String correlation) {
        if (result.path("success").asBoolean(false)) {
            return new Outcome.Done();
        }
        JsonNode error = result.path("errors").path(0);
        String code = error.path("statusCode").asString("");
        String message = error.path("message").asString("");
        if (MISSING.contains(code)) {
            return new Outcome.Gone();
        }
        // Others' triggers fail of a lock in their own words.
        if (PASSING.contains(code) || message.contains("UNABLE_TO_LOCK_ROW") || code.isEmpty()) {
            return new Outcome.Again((code + ": " + Response.shortened(message)).strip());
        }
        return new Outcome.Refused(new Refusal(code, Response.shortened(message), correlation));
    }

    static String correlation(Response response) {
        return response.header("X-SFDC-Request-Id").orElse("");
    }

    /** The same code says two things, which only the text tells apart. */
    private static Duration pause(String message) {
        return message.toLowerCase(Locale.ROOT).contains("concurrent")
                ? TOO_MANY_AT_ONCE
                : DAY_IS_SPENT;
    }
}
