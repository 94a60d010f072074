package dev.laurel.crm.vendor.hubspot;

import dev.laurel.crm.vendor.Answer;
import dev.laurel.crm.vendor.Outcome;
import dev.laurel.crm.vendor.Refusal;
import dev.laurel.crm.vendor.http.Exchange.Response;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/**
 * What HubSpot's errors mean. Of an error's members none is sure to be there, whatever is
 * documented.
 */
final class HubSpotErrors {

    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final Duration LOCKED = Duration.ofSeconds(2);
    private static final Duration A_WHILE = Duration.ofHours(1);

    private HubSpotErrors() {}

    /** Of an answer that is no success. */
    static <T> Answer<T> whole(Response response) {
        JsonNode body = response.json();
        String text = text(body, response.status());
        return switch (response.status()) {
            case 429 ->
                    new Answer.Throttled<>(
                            response.retryAfter().orElseGet(() -> pause(body)), text);
            case 423, 477 -> new Answer.Throttled<>(response.retryAfter().orElse(LOCKED), text);
            case 401, 403, 404 -> new Answer.Denied<>(text);
            default ->
                    response.status() >= 500 || response.status() < 400
                            ? new Answer.Failed<>(text)
                            : new Answer.Rejected<>(refusal(body, text));
        };
    }

    /** Of one record of a batch. */
    static Outcome single(JsonNode error, String correlation) {
        String category = error.path("category").asString("");
        String message = error.path("message").asString("");
        return switch (category) {
            case "OBJECT_NOT_FOUND" -> new Outcome.Gone();
            case "INTERNAL_ERROR", "RATE_LIMITS", "RATE_LIMIT", "TIMEOUT", "LOCKED" ->
                    new Outcome.Again(category + ": " + Response.shortened(message));
            default ->
                    new Outcome.Refused(
                            new Refusal(
                                    category.isEmpty() ? "UNKNOWN" : category,
                                    Response.shortened(message),
                                    correlation));
        };
    }

    /** What is documented of each limit; the one of a day is asked again every hour. */
    private static Duration pause(JsonNode body) {
        return switch (body.path("policyName").asString("")) {
            case "DAILY" -> A_WHILE;
            case "SECONDLY" -> Duration.ofSeconds(1);
            default -> TEN_SECONDS;
        };
    }

    private static Refusal refusal(JsonNode body, String text) {
        String category = body.path("category").asString("");
        return new Refusal(
                category.isEmpty() ? "UNKNOWN" : category,
                text,
                body.path("correlationId").asString(""));
    }

    private static String text(JsonNode body, int status) {
        String message = body.path("message").asString("");
        return message.isEmpty()
                ? "HubSpot answered %d.".formatted(status)
                : "HubSpot answered %d: %s".formatted(status, Response.shortened(message));
    }
}
