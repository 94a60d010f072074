package dev.laurel.benchmarks.latency;

import dev.laurel.benchmarks.http.Answer;
import dev.laurel.benchmarks.http.Server;
import java.io.IOException;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the gateway for a member's stars, again and again. Thread-safe. */
public final class VisibleBalance {

    /** How long to wait before asking again, at least. */
    private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(20);

    /**
     * Otherwise a tenth of the wait so far: also how exact the measured waits are. Asking any more
     * often would become the load when the platform falls behind.
     */
    private static final int SHARE_OF_WAIT = 10;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Server gateway;
    private final String members;
    private final String wallet;

    /**
     * @param gateway where the platform is
     * @param program the program
     * @param wallet the wallet whose balance to look at
     */
    public VisibleBalance(Server gateway, String program, String wallet) {
        this.gateway = gateway;
        this.members = "/v1/programs/" + program + "/members/";
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
            long soFar = System.nanoTime() - start;
            Thread.sleep(
                    Duration.ofNanos(Math.max(SHORTEST_INTERVAL.toNanos(), soFar / SHARE_OF_WAIT)));
        }
    }

    private long balance(String member) throws IOException {
        Answer answer = gateway.get(members + member + "/wallets");
        if (answer.status() != 200) {
            throw new IllegalStateException(
                    "Expected 200 for the wallets of %s, but got %s".formatted(member, answer));
        }
        for (JsonNode item : JSON.readTree(answer.body()).required("wallets")) {
            if (wallet.equals(item.required("wallet").stringValue())) {
                return item.required("available").longValue();
            }
        }
        return 0;
    }
}
