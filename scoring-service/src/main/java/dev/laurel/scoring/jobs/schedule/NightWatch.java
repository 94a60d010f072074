package dev.laurel.scoring.jobs.schedule;

import dev.laurel.scoring.jobs.NightShift;
import dev.laurel.scoring.jobs.NightShift.Step;
import dev.laurel.scoring.jobs.NightlyJob;
import dev.laurel.scoring.jobs.Nights;
import dev.laurel.scoring.programs.ProgramZones;
import java.time.Clock;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does the nights that have begun, of every program. Any number of instances may do it at the same
 * time: each portion is done by the one that has the program's row.
 */
@Component
public class NightWatch {

    private static final Logger log = LoggerFactory.getLogger(NightWatch.class);
    private static final int LONGEST_REASON = 1000;

    private final NightShift shift;
    private final Nights nights;
    private final ProgramZones programs;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final ReentrantLock running = new ReentrantLock();

    public NightWatch(
            Nights nights,
            List<NightlyJob> jobs,
            ProgramZones programs,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.shift = new NightShift(nights, jobs, clock);
        this.nights = nights;
        this.programs = programs;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Again and again. At a fixed rate, which Spring gives a thread of its own, so that a long
     * night holds up nothing else; a look while the last one is still at work does nothing.
     */
    @Scheduled(fixedRateString = "${laurel.nights.look-every:10s}")
    void look() {
        if (running.tryLock()) {
            try {
                run();
            } finally {
                running.unlock();
            }
        }
    }

    /** Does every night that has begun. */
    public void run() {
        programs.all().forEach(this::run);
    }

    private void run(String program, ZoneId zone) {
        try {
            while (work(program, zone) == Step.WORKED) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
            }
        } catch (NightShift.Failed failed) {
            log.warn("A night of program {} waits at {}.", program, failed.position(), failed);
            keep(program, failed);
        } catch (DataAccessException | TransactionException e) {
            log.warn("A night of program {} has to wait: {}", program, e.toString());
        }
    }

    private Step work(String program, ZoneId zone) {
        return Objects.requireNonNull(transactions.execute(_ -> shift.step(program, zone)));
    }

    private void keep(String program, NightShift.Failed failed) {
        String reason = String.valueOf(failed.getCause());
        String shortened = reason.substring(0, Math.min(LONGEST_REASON, reason.length()));
        try {
            transactions.executeWithoutResult(_ ->
                    nights.failed(
                            program,
                            failed.position(),
                            shortened.replace("\0", ""),
                            clock.instant().truncatedTo(ChronoUnit.MICROS)));
        } catch (DataAccessException | TransactionException e) {
            log.warn("That could not be kept: {}", e.toString());
        }
    }
}
