package dev.laurel.leaderboards.boards.valkey;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.leaderboards.boards.Standings.Place;
import dev.laurel.leaderboards.scores.jdbc.ProgramLocks;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.UnifiedJedis;

/**
 * Makes copies out of PostgreSQL. A copy that is half finished is under keys that nobody knows, and
 * those are forgotten by Valkey an hour later.
 */
final class Rebuild {

    private static final Logger log = LoggerFactory.getLogger(Rebuild.class);
    private static final int AT_A_TIME = 5_000;
    private static final long AN_HOUR = 3_600;
    private static final byte[] TOKEN = "token".getBytes(UTF_8);

    private final JdbcTemplate stream;
    private final TransactionTemplate transaction;
    private final TransactionTemplate snapshot;
    private final ProgramLocks locks;
    private final CopyTable copies;
    private final UnifiedJedis valkey;

    Rebuild(
            DataSource database,
            PlatformTransactionManager transactions,
            ProgramLocks locks,
            CopyTable copies,
            UnifiedJedis valkey) {
        this.stream = new JdbcTemplate(database);
        this.stream.setFetchSize(AT_A_TIME);
        this.transaction = new TransactionTemplate(transactions);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.locks = locks;
        this.copies = copies;
        this.valkey = valkey;
    }

    /** Copies what is large enough, or was begun or lost; another instance may be at it. */
    void run(long from) {
        copies.wanted(from).forEach(each -> run(each.program(), each.ranking()));
    }

    /** Copies one ranking, and reads the old copy no more. */
    void run(String program, int ranking) {
        transaction.executeWithoutResult(_ -> {
            locks.rank(Set.of(program));
            copies.begin(ranking);
        });
        Optional<Copy> old = copies.find(ranking);
        snapshot.executeWithoutResult(_ -> {
            if (copies.takeBuilding(ranking)) {
                Copy copy = copies.copy(ranking, copies.nextToken());
                long size = write(copy);
                copies.finish(copy);
                log.info("{} places of ranking {} are in Valkey now.", size, ranking);
            }
        });
        old.ifPresent(this::forget);
    }

    private void forget(Copy old) {
        valkey.unlink(old.keys().toArray(byte[][]::new));
    }

    private long write(Copy copy) {
        long[] size = {0};
        try (AbstractPipeline pipeline = valkey.pipelined()) {
            pipeline.hset(copy.state(), "building".getBytes(UTF_8), new byte[] {1});
            pipeline.expire(copy.state(), AN_HOUR);
            stream.query(
                    "SELECT member, score, reached_at FROM score WHERE ranking = ?",
                    row -> {
                        String member = row.getString("member");
                        long score = row.getLong("score");
                        var reachedAt = Feed.reachedAt(row);
                        pipeline.zadd(
                                copy.order(), 0, Packed.place(new Place(score, reachedAt, member)));
                        pipeline.hset(
                                copy.heads(),
                                member.getBytes(UTF_8),
                                Packed.head(score, reachedAt));
                        if (size[0]++ % AT_A_TIME == 0) {
                            pipeline.expire(copy.order(), AN_HOUR);
                            pipeline.expire(copy.heads(), AN_HOUR);
                            pipeline.sync();
                        }
                    },
                    copy.ranking());
            pipeline.persist(copy.order());
            pipeline.persist(copy.heads());
            pipeline.persist(copy.state());
            pipeline.hset(copy.state(), TOKEN, Long.toString(copy.token()).getBytes(UTF_8));
            pipeline.sync();
        }
        return size[0];
    }
}
