package dev.laurel.crm.vendor.salesforce;

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
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Gets tokens: by client credentials, when the app's run-as user is who writes, or by a signed
 * request, when it is the user that is named.
 */
final class SalesforceLogin {

    /**
     * How long a token is used. Salesforce does not say how long it is good: that is the policy of
     * the organization's sessions, a quarter of an hour at the least.
     */
    private static final Duration LIFE = Duration.ofMinutes(14);

    private static final String BY_SIGNATURE = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private final Line line;
    private final URI url;
    private final Credentials credentials;
    private final @Nullable SalesforceAssertion assertion;

    SalesforceLogin(Line line, URI url, Credentials credentials, Clock clock) {
        this.line = line;
        this.url = url;
        this.credentials = credentials;
        this.assertion =
                credentials.values().containsKey(Credentials.PRIVATE_KEY)
                        ? new SalesforceAssertion(credentials, clock)
                        : null;
    }

    Answer<Grant> grant() {
        SalesforceAssertion signed = assertion;
        return signed == null ? byClient() : bySignature(signed.sign());
    }

    private Answer<Grant> byClient() {
        String client = credentials.require("clientId") + ":" + credentials.require("clientSecret");
        return ask(
                Map.of(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(client.getBytes(UTF_8))),
                "grant_type=client_credentials");
    }

    private Answer<Grant> bySignature(String signed) {
        return ask(
                Map.of(),
                "grant_type=%s&assertion=%s"
                        .formatted(URLEncoder.encode(BY_SIGNATURE, UTF_8), signed));
    }

    private Answer<Grant> ask(Map<String, String> authorization, String form) {
        Map<String, String> headers = new TreeMap<>(authorization);
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        headers.put("Accept", "application/json");
        return switch (line.send("POST", url.resolve("/services/oauth2/token"), headers, form)) {
            case NoAnswer none -> new Answer.Failed<>(none.reason());
            case Held held -> new Answer.Throttled<>(held.pause(), held.reason());
            case Response response when response.isSuccess() -> granted(response.json());
            case Response response -> refused(response);
        };
    }

    /** Data are where the answer says, but never less well protected than the address given. */
    private Answer<Grant> granted(JsonNode body) {
        String token = body.path("access_token").asString("");
        String base = body.path("instance_url").asString("");
        String identity = body.path("id").asString("");
        if (token.isEmpty() || !base.startsWith(url.getScheme() + "://")) {
            return new Answer.Failed<>("Salesforce gave an answer without a token and an address.");
        }
        String user = identity.substring(identity.lastIndexOf('/') + 1);
        return new Answer.Given<>(new Grant(token, URI.create(base), user, LIFE), null);
    }

    private static <T> Answer<T> refused(Response response) {
        JsonNode body = response.json();
        String text =
                "Salesforce gave no token, it answered %d: %s %s"
                        .formatted(
                                response.status(),
                                body.path("error").asString(""),
                                Response.shortened(body.path("error_description").asString("")));
        return response.status() >= 500 || body.path("error").asString("").isEmpty()
                ? new Answer.Failed<>(text.strip())
                : new Answer.Denied<>(text.strip());
    }
}
