package dev.laurel.crm.vendor.dynamics;

import dev.laurel.crm.vendor.Answer;
import dev.laurel.crm.vendor.http.Exchange;
import dev.laurel.crm.vendor.http.Exchange.Held;
import dev.laurel.crm.vendor.http.Exchange.NoAnswer;
import dev.laurel.crm.vendor.http.Exchange.Response;
import dev.laurel.crm.vendor.http.Line;
import dev.laurel.crm.vendor.http.Tokens;
import dev.laurel.crm.vendor.http.Tokens.Grant;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Calls of the Web API with a token; one that is not taken any more is replaced, once per call. */
final class DynamicsWire {

    private static final int UNAUTHORIZED = 401;

    private final Line line;
    private final Tokens tokens;
    private final String root;

    /**
     * @param root path of the version of the interface, with a slash at its end
     */
    DynamicsWire(Line line, Tokens tokens, String root) {
        this.line = line;
        this.tokens = tokens;
        this.root = root;
    }

    String root() {
        return root;
    }

    /**
     * What is to be sent, besides what every call has.
     *
     * @param weight for how many calls Dynamics counts it
     */
    record Request(
            int weight, String method, String path, Map<String, String> headers, String body) {

        static Request get(String path) {
            return new Request(1, "GET", path, Map.of(), "");
        }

        /** Operations of which one that fails holds up no other. */
        static Request batch(int weight, String body) {
            return new Request(
                    weight,
                    "POST",
                    "$batch",
                    Map.of(
                            "Content-Type",
                            "multipart/mixed; boundary=\"" + Batch.BOUNDARY + "\"",
                            "Prefer",
                            "odata.continue-on-error"),
                    body);
        }

        static Request post(String path, String json) {
            return new Request(1, "POST", path, Map.of("Content-Type", "application/json"), json);
        }
    }

    /**
     * Makes a call.
     *
     * @param request whose path is below the version, or an address that the vendor gave
     */
    <T> Answer<T> call(Request request, Function<Response, T> reading) {
        return tokens.get()
                .then(first ->
                        switch (send(first, request)) {
                            case Response response when response.status() == UNAUTHORIZED -> {
                                tokens.discard(first);
                                yield tokens.get()
                                        .then(second ->
                                                read(send(second, request), second, reading));
                            }
                            case Exchange exchange -> read(exchange, first, reading);
                        });
    }

    private <T> Answer<T> read(Exchange exchange, Grant grant, Function<Response, T> reading) {
        return switch (exchange) {
            case NoAnswer none -> new Answer.Failed<>(none.reason());
            case Held held -> new Answer.Throttled<>(held.pause(), held.reason());
            case Response response when response.isSuccess() ->
                    new Answer.Given<>(reading.apply(response), null);
            case Response response -> {
                if (response.status() == UNAUTHORIZED) {
                    tokens.discard(grant);
                }
                yield DynamicsErrors.whole(response);
            }
        };
    }

    private Exchange send(Grant grant, Request request) {
        Map<String, String> headers = new TreeMap<>(request.headers());
        headers.put("Authorization", "Bearer " + grant.token());
        headers.put("Accept", "application/json");
        headers.put("OData-Version", "4.0");
        headers.put("OData-MaxVersion", "4.0");
        headers.put("If-None-Match", "null");
        URI address = grant.base().resolve(root).resolve(request.path());
        // A next page elsewhere would take the token with it.
        if (!address.getAuthority().equals(grant.base().getAuthority())) {
            return new NoAnswer("Dynamics named a page that is not its own.");
        }
        return line.send(request.weight(), request.method(), address, headers, request.body());
    }
}
