package dev.laurel.crm.vendor.salesforce;

import dev.laurel.crm.vendor.Answer;
import dev.laurel.crm.vendor.http.Exchange;
import dev.laurel.crm.vendor.http.Exchange.Held;
import dev.laurel.crm.vendor.http.Exchange.NoAnswer;
import dev.laurel.crm.vendor.http.Exchange.Response;
import dev.laurel.crm.vendor.http.Line;
import dev.laurel.crm.vendor.http.Tokens;
import dev.laurel.crm.vendor.http.Tokens.Grant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Calls with a token. One that Salesforce does not take any more is replaced, once per call. */
final class SalesforceSession {

    private static final int UNAUTHORIZED = 401;
    private static final Pattern USAGE = Pattern.compile("(?:^|[;, ])api-usage=(\\d+)/(\\d+)");
    private static final JsonMapper JSON = new JsonMapper();

    private final Line line;
    private final Tokens tokens;
    private final String root;

    /**
     * @param root path of the version of the interface
     */
    SalesforceSession(Line line, Tokens tokens, String root) {
        this.line = line;
        this.tokens = tokens;
        this.root = root;
    }

    /** The id of the user that the token speaks for. */
    Answer<String> user() {
        return tokens.get().map(Grant::user);
    }

    /**
     * Makes a call.
     *
     * @param path below the version, with its query; or from the root, when it begins with that
     */
    <T> Answer<T> call(
            String method, String path, @Nullable Object body, Function<Response, T> reading) {
        String where = path.startsWith("/services/") ? path : root + path;
        String text = body == null ? "" : JSON.writeValueAsString(body);
        return tokens.get()
                .then(first ->
                        switch (send(first, method, where, text)) {
                            case Response response when response.status() == UNAUTHORIZED -> {
                                tokens.discard(first);
                                yield tokens.get()
                                        .then(second ->
                                                read(
                                                        send(second, method, where, text),
                                                        second,
                                                        reading));
                            }
                            case Exchange exchange -> read(exchange, first, reading);
                        });
    }

    private <T> Answer<T> read(Exchange exchange, Grant grant, Function<Response, T> reading) {
        return switch (exchange) {
            case NoAnswer none -> new Answer.Failed<>(none.reason());
            case Held held -> new Answer.Throttled<>(held.pause(), held.reason());
            case Response response when response.isSuccess() ->
                    new Answer.Given<>(reading.apply(response), usage(response));
            case Response response -> {
                if (response.status() == UNAUTHORIZED) {
                    tokens.discard(grant);
                }
                yield SalesforceErrors.whole(response);
            }
        };
    }

    private Exchange send(Grant grant, String method, String where, String body) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("Authorization", "Bearer " + grant.token());
        headers.put("Accept", "application/json");
        // By which readers of change events know our own changes.
        headers.put("Sforce-Call-Options", "client=laurel");
        if (!body.isEmpty()) {
            headers.put("Content-Type", "application/json");
        }
        return line.send(method, grant.base().resolve(where), headers, body);
    }

    /** Calls of the last 24 hours, by everybody; other parts of the header are other limits. */
    static Answer.@Nullable Usage usage(Response response) {
        Matcher usage = USAGE.matcher(response.header("Sforce-Limit-Info").orElse(""));
        return usage.find()
                ? new Answer.Usage(Long.parseLong(usage.group(2)), Long.parseLong(usage.group(1)))
                : null;
    }
}
