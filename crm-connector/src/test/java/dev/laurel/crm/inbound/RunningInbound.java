package dev.laurel.crm.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.crm.delivery.RunningDelivery;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A connection, named crm, that takes something in. */
abstract class RunningInbound extends RunningDelivery {

    protected RunningInbound(String kind, String credentials) {
        super(kind, credentials);
    }

    protected final URI webhook() {
        return URI.create(
                "http://localhost:%d/v1/programs/%s/crm-connections/crm/webhook"
                        .formatted(port(), program()));
    }

    /** A linked contact. */
    protected final String linked(String member) {
        String contact = contact(member);
        book(member, 5);
        awaitNothingPending();
        return contact;
    }

    protected final void people(String contact, String field, String value) throws Exception {
        contacts().update(contact, Map.of(field, value));
    }

    protected final Map<String, Object> known(String member) {
        return REGISTRY.known(program(), member);
    }

    protected final void awaitKnown(String member, String name, Object value) {
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(known(member))
                                .as(standing().toString())
                                .containsEntry(name, value));
    }

    protected final List<JsonNode> events() {
        return INTAKE.events(program());
    }

    protected final JsonNode standing() {
        return connections().get("/crm/inbound").body();
    }

    protected final long today(String what) {
        return standing().path("today").path(what).asLong(0);
    }

    protected final List<String> setAside() {
        return connections()
                .get("/crm/inbound/set-aside")
                .body()
                .path("items")
                .valueStream()
                .map(it -> it.path("subject").asString() + " " + it.path("contact").asString())
                .toList();
    }

    /** Why what is set aside is so. */
    protected final List<String> reasons() {
        return connections()
                .get("/crm/inbound/set-aside")
                .body()
                .path("items")
                .valueStream()
                .map(it -> it.path("reason").asString())
                .toList();
    }

    protected final HttpResponse<String> post(Map<String, String> headers, String body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(webhook())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("Could not send", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }
}
