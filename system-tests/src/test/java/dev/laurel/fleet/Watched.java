package dev.laurel.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.cli.platform.Answer;
import dev.laurel.cli.platform.PlatformClient;
import java.io.IOException;
import java.net.URI;

/** A small program with a budget, a refused event and a connection to a CRM: all has a figure. */
final class Watched {

    private static final String PATH = "/v1/programs/watched";

    private Watched() {}

    static void happen(URI gateway) throws IOException {
        try (PlatformClient client = new PlatformClient(gateway)) {
            check(
                    client.put(PATH, "application/json", Events.bytes("{\"name\": \"Watched\"}")),
                    201);
            String document =
                    """
                    program: watched
                    name: Watched
                    timeZone: Europe/London
                    wallets: [ { id: stars } ]
                    events: { visit: { nth: int } }
                    rules: [ { id: seen, on: visit, award: { stars: 1 } } ]
                    budgets: [ { id: all-visits, wallet: stars, amount: 10 } ]
                    """;
            check(client.put(PATH + "/draft", "application/yaml", Events.bytes(document)), 201);
            check(client.post(PATH + "/versions", "application/json", new byte[0]), 201);
            check(visit(client, "visit"), 202);
            check(visit(client, "unheard-of"), 422);
            String connection =
                    """
                    {"kind": "hubspot", "url": "https://127.0.0.1:1", "credentials": {"serviceKey": "none"}}
                    """;
            check(
                    client.put(
                            PATH + "/crm-connections/crm",
                            "application/json",
                            Events.bytes(connection)),
                    201);
        }
    }

    private static Answer visit(PlatformClient client, String type) throws IOException {
        String event =
                """
                {"specversion": "1.0", "source": "/door", "id": "1", "type": "%s", "subject": "ann",
                 "time": "2011-12-01T08:00:00Z", "data": {"nth": 1}}
                """
                        .formatted(type);
        return client.post(
                PATH + "/events?import=true", "application/cloudevents+json", Events.bytes(event));
    }

    private static void check(Answer answer, int status) {
        assertThat(answer.status()).as(answer.detail()).isEqualTo(status);
    }
}
