package dev.laurel.leaderboards.boards.valkey;

import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;
import redis.clients.jedis.exceptions.JedisException;

/** Keeps copies and what is known of them. Any number of instances may. */
class CopyWatch {

    private static final Logger log = LoggerFactory.getLogger(CopyWatch.class);

    private final Feed feed;
    private final Rebuild rebuild;
    private final Trust trust;
    private final long from;
    private volatile boolean failing;
    private final ReentrantLock feeding = new ReentrantLock();
    private final ReentrantLock building = new ReentrantLock();

    CopyWatch(Feed feed, Rebuild rebuild, Trust trust, long from) {
        this.feed = feed;
        this.rebuild = rebuild;
        this.trust = trust;
        this.from = from;
    }

    @Scheduled(fixedRateString = "${laurel.boards.valkey.every:200ms}")
    void feed() {
        alone(
                feeding,
                () -> {
                    boolean more = true;
                    while (more) {
                        more = feed.run();
                        trust.refresh();
                    }
                });
    }

    @Scheduled(fixedRateString = "${laurel.boards.valkey.look-every:2s}")
    void rebuild() {
        alone(building, () -> rebuild.run(from));
    }

    private void alone(ReentrantLock lock, Runnable task) {
        if (lock.tryLock()) {
            try {
                task.run();
                failing = false;
            } catch (DataAccessException | TransactionException | JedisException e) {
                trust.lose();
                if (!failing) {
                    log.warn("PostgreSQL answers instead of Valkey: {}", e.toString());
                }
                failing = true;
            } finally {
                lock.unlock();
            }
        }
    }
}
