package dev.laurel.crm.vendor.dynamics;

import dev.laurel.crm.vendor.Answer;
import dev.laurel.crm.vendor.Outcome;
import dev.laurel.crm.vendor.Refusal;
import dev.laurel.crm.vendor.http.Exchange.Response;
import java.time.Duration;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What the errors of Dataverse mean: by their codes, for the texts are in the user's language. */
final class DynamicsErrors {

    /** For a limit that does not say how long it lasts. */
    static final Duration USUAL_PAUSE = Duration.ofSeconds(30);

    /** An attribute of that name is there. */
    static final Set<String> THERE = Set.of("0x80047013", "0x80044363");

    /**
     * Requests, execution time and concurrency of service protection; SQL timeout; a row changed.
     */
    private static final Set<String> PASSING =
            Set.of("0x80072322", "0x80072321", "0x80072326", "0x80044151", "0x80060882");

    /** No such row, by its id or by a key. */
    private static final Set<String> MISSING = Set.of("0x80040217", "0x80060891");

    private DynamicsErrors() {}

    /** Of an answer that is no success. */
    static <T> Answer<T> whole(Response response) {
        JsonNode error = response.json().path("error");
        String code = error.path("code").asString("");
        String text =
                "Dynamics answered %d: %s %s"
                        .formatted(
                                response.status(),
                                code,
                                Response.shortened(error.path("message").asString("")))
                        .strip();
        return switch (response.status()) {
            case 429 -> new Answer.Throttled<>(response.retryAfter().orElse(USUAL_PAUSE), text);
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

    /** Of one operation of a batch: what is not known will not pass. */
    static Outcome single(Batch.Part part, String correlation) {
        if (part.status() >= 200 && part.status() < 300) {
            return new Outcome.Done();
        }
        JsonNode error = part.json().path("error");
        String code = error.path("code").asString("");
        String message = Response.shortened(error.path("message").asString(""));
        if (MISSING.contains(code) || (part.status() == 404 && code.isEmpty())) {
            return new Outcome.Gone();
        }
        if (PASSING.contains(code) || part.status() == 429 || part.status() >= 500) {
            return new Outcome.Again((code + ": " + message).strip());
        }
        return new Outcome.Refused(
                new Refusal(code.isEmpty() ? "HTTP_" + part.status() : code, message, correlation));
    }

    static String correlation(Response response) {
        return response.header("x-ms-service-request-id").orElse("");
    }
}
