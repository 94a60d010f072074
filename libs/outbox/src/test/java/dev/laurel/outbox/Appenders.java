package dev.laurel.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * What a service does, many at a time: locks a few keys, counts them on, appends, or rolls back.
 */
final class Appenders {

    private static final int KEYS = 20;

    private final OutboxDatabase database;
    private final Outbox outbox;
    private final String topic;

    Appenders(OutboxDatabase database, Outbox outbox, String topic) {
        this.database = database;
        this.outbox = outbox;
        this.topic = topic;
        database.jdbc()
                .execute("CREATE TABLE holder (key text PRIMARY KEY, sequence bigint NOT NULL)");
        IntStream.range(0, KEYS)
                .forEach(key ->
                        database.jdbc().update("INSERT INTO holder VALUES (?, 0)", "k" + key));
    }

    void run(int threads, int transactions, long seed) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Void>> running = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                Random random = new Random(seed + thread);
                Callable<Void> work =
                        () -> {
                            for (int i = 0; i < transactions; i++) {
                                append(random);
                            }
                            return null;
                        };
                running.add(pool.submit(work));
            }
            for (Future<Void> each : running) {
                try {
                    each.get();
                } catch (ExecutionException e) {
                    throw new AssertionError("An appender failed, seed " + seed, e);
                }
            }
        }
    }

    private void append(Random random) {
        TreeSet<String> keys = new TreeSet<>();
        for (int i = 0; i < 3; i++) {
            keys.add("k" + random.nextInt(KEYS));
        }
        database.transactions()
                .executeWithoutResult(transaction -> {
                    for (String key : keys) {
                        outbox.append(List.of(next(key), next(key)));
                    }
                    if (random.nextInt(5) == 0) {
                        transaction.setRollbackOnly();
                    }
                });
    }

    private OutboxRecord next(String key) {
        Long sequence =
                database.jdbc()
                        .queryForObject(
                                "UPDATE holder SET sequence = sequence + 1 WHERE key = ? RETURNING sequence",
                                Long.class,
                                key);
        return OutboxRecord.of(
                topic, key.getBytes(UTF_8), String.valueOf(sequence).getBytes(UTF_8));
    }

    /** What has to be on the topic: every committed sequence of every key, in order. */
    Map<String, List<String>> expected() {
        return database
                .jdbc()
                .query(
                        "SELECT key, sequence FROM holder WHERE sequence > 0",
                        (row, _) -> Map.entry(row.getString(1), row.getLong(2)))
                .stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                last ->
                                        LongStream.rangeClosed(1, last.getValue())
                                                .mapToObj(Long::toString)
                                                .toList()));
    }
}
