package dev.laurel.benchmarks.boards;

import dev.laurel.embedded.LoopbackPorts;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.embedded.RedisServer;

/** A server of this process that speaks Valkey's protocol, without a disk. */
final class BenchValkey implements AutoCloseable {

    private static final long LOOK_EVERY = 2_000_000;

    private final RedisServer server;
    private final int port;
    private final UnifiedJedis client;

    private BenchValkey(RedisServer server, int port) {
        this.server = server;
        this.port = port;
        this.client = RedisClient.create("127.0.0.1", port);
    }

    static BenchValkey start() throws IOException {
        int port = LoopbackPorts.free();
        RedisServer server =
                RedisServer.newRedisServer()
                        .port(port)
                        .setting("bind 127.0.0.1")
                        .setting("save \"\"")
                        .build();
        server.start();
        return new BenchValkey(server, port);
    }

    /**
     * Copies are looked for more often than by default, so that waiting is not what is measured.
     */
    Map<String, Object> properties() {
        return Map.of(
                "laurel.boards.valkey.url",
                "redis://127.0.0.1:" + port,
                "laurel.boards.valkey.look-every",
                "100ms");
    }

    /** Waits until so many rankings can be read. */
    void awaitCopies(int count) {
        await(() -> states().stream().filter(key -> client.hexists(key, "token")).count() == count);
        // The service has to find out as well.
        LockSupport.parkNanos(1_000_000_000);
    }

    void awaitNothingLeft(JdbcClient jdbc) {
        await(() ->
                jdbc.sql("SELECT NOT EXISTS (SELECT FROM changed_score)")
                        .query(Boolean.class)
                        .single());
    }

    void loseEverything() {
        // In the background: to free a million places takes the server seconds.
        client.unlink(client.keys("laurel:*").toArray(String[]::new));
    }

    /** The least that it can be asked. */
    void ask() {
        client.zcard("laurel");
    }

    @Override
    public void close() throws IOException {
        client.close();
        server.stop();
    }

    private Set<String> states() {
        return client.keys("laurel:*:state");
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(LOOK_EVERY);
        }
    }
}
