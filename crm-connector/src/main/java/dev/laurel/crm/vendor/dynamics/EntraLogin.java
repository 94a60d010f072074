package dev.laurel.crm.vendor.dynamics;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.crm.connections.Credentials;
import dev.laurel.crm.vendor.Answer;
import dev.laurel.crm.vendor.http.Exchange.Held;
import dev.laurel.crm.vendor.http.Exchange.NoAnswer;
import dev.laurel.crm.vendor.http.Exchange.Response;
import dev.laurel.crm.vendor.http.Line;
import dev.laurel.crm.vendor.http.Tokens.Grant;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Gets tokens of Entra by client credentials, for an application user of the environment. */
final class EntraLogin {

    private static final String USUAL = "https://login.microsoftonline.com";

    /** So long before its end a token is not used any more. */
    private static final Duration MARGIN = Duration.ofMinutes(2);

    private static final Duration SHORTEST = Duration.ofSeconds(10);

    private final Line line;
    private final URI url;
    private final Credentials credentials;

    EntraLogin(Line line, URI url, Credentials credentials) {
        this.line = line;
        this.url = url;
        this.credentials = credentials;
    }

    Answer<Grant> grant() {
        URI authority = URI.create(credentials.get("authority", USUAL));
        String tenant = encoded(credentials.require("tenantId"));
        String form =
                "grant_type=client_credentials&client_id=%s&client_secret=%s&scope=%s"
                        .formatted(
                                encoded(credentials.require("clientId")),
                                encoded(credentials.require("clientSecret")),
                                encoded(url.resolve("/.default").toString()));
        return switch (line.send(
                "POST",
                authority.resolve("/" + tenant + "/oauth2/v2.0/token"),
                Map.of(
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Accept",
                        "application/json"),
                form)) {
            case NoAnswer none -> new Answer.Failed<>(none.reason());
            case Held held -> new Answer.Throttled<>(held.pause(), held.reason());
            case Response response when response.isSuccess() -> granted(response.json());
            case Response response -> refused(response);
        };
    }

    private Answer<Grant> granted(JsonNode body) {
        String token = body.path("access_token").asString("");
        Duration life = Duration.ofSeconds(body.path("expires_in").asLong(0)).minus(MARGIN);
        return token.isEmpty()
                ? new Answer.Failed<>("Entra gave an answer without a token.")
                : new Answer.Given<>(
                        new Grant(token, url, "", life.compareTo(SHORTEST) < 0 ? SHORTEST : life),
                        null);
    }

    private static <T> Answer<T> refused(Response response) {
        JsonNode body = response.json();
        String error = body.path("error").asString("");
        String text =
                "Entra gave no token, it answered %d: %s %s"
                        .formatted(
                                response.status(),
                                error,
                                Response.shortened(body.path("error_description").asString("")))
                        .strip();
        if (response.status() == 429) {
            return new Answer.Throttled<>(
                    response.retryAfter().orElse(DynamicsErrors.USUAL_PAUSE), text);
        }
        return response.status() >= 500 || error.isEmpty()
                ? new Answer.Failed<>(text)
                : new Answer.Denied<>(text);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
