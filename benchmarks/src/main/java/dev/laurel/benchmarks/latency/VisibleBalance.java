package dev.laurel.benchmarks.latency;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the gateway for a member's stars, again and again. Thread-safe. */
public final class VisibleBalance {

    /** How often to ask: also how exact the measured waits are. */
    public static final Duration INTERVAL = Duration.ofMillis(25);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http;
    private final URI members;
    private final String wallet;

    /**
     * @param http the client
     * @param gateway where the platform is
     * @param program the program
     * @param wallet the wallet whose balance to look at
     */
    public VisibleBalance(HttpClient http, URI gateway, String program, String wallet) {
        this.http = http;
        this.members = gateway.resolve("/v1/programs/" + program + "/members/");
        this.wallet = wallet;
    }

    /**
     * Returns once the balance is there.
     *
     * @throws IllegalStateException if it is not there in time
     */
    void await(String member, long balance, Duration atMost)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (balance(member) != balance) {
            if (System.nanoTime() - start > atMost.toNanos()) {
                throw new IllegalStateException(
                        "Expected member %s to have %d %s within %s, but there were %d."
                                .formatted(member, balance, wallet, atMost, balance(member)));
            }
            Thread.sleep(INTERVAL);
        }
    }

    private long balance(String member) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(members.resolve(member + "/wallets"))
                        .timeout(Duration.ofMinutes(1))
                        .build();
        HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(
                    "Expected 200 for the wallets of %s, but got %d."
                            .formatted(member, answer.statusCode()));
        }
        for (JsonNode item : JSON.readTree(answer.body()).required("wallets")) {
            if (wallet.equals(item.required("wallet").stringValue())) {
                return item.required("available").longValue();
            }
        }
        return 0;
    }
}
