package dev.laurel.crm.erasure.run;

import dev.laurel.crm.erasure.ErasureBook;
import dev.laurel.crm.erasure.Erasures;
import dev.laurel.crm.profiles.Member;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Takes erasures over and tells of those that are done, again and again. Each step is remembered
 * before it is told, and told again until it was heard: a crash or a deaf registry costs time only.
 * Several instances may do so at once.
 */
@Component
@EnableConfigurationProperties(ErasureProperties.class)
class ErasureRounds implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ErasureRounds.class);
    private static final int SOME = 1_000;

    private final ErasureBook book;
    private final Erasures erasures;
    private final Duration period;
    private volatile @Nullable Thread thread;

    ErasureRounds(ErasureBook book, Erasures erasures, ErasureProperties properties) {
        this.book = book;
        this.erasures = erasures;
        this.period = properties.lookEvery();
    }

    @Override
    public void start() {
        Thread begun = Thread.ofVirtual().name("erasures").unstarted(this::run);
        thread = begun;
        begun.start();
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
            try {
                running.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (thread != null) {
            try {
                round();
            } catch (RuntimeException e) {
                if (thread != null) {
                    log.warn("Erasures could not be looked after", e);
                }
            }
            try {
                Thread.sleep(period);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private void round() {
        List<Member> untaken = book.untaken();
        if (!untaken.isEmpty()) {
            erasures.add(untaken);
            book.taken(untaken);
        }
        List<Member> cleared = erasures.cleared(SOME);
        if (!cleared.isEmpty() && book.cleared(cleared)) {
            erasures.told(cleared);
        }
    }
}
