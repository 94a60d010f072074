package dev.laurel.crm.delivery;

import dev.laurel.crm.connections.ConnectionId;
import dev.laurel.crm.setup.FieldReport;
import dev.laurel.crm.vendor.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Delivers what is due of one connection, batch by batch, several at once, and never the same
 * member twice at a time. Runs until it is told to stop or may not go on.
 */
public final class Courier implements Runnable {

    /** How often it is looked which members are to be looked for again. */
    private static final Duration LOOKING = Duration.ofSeconds(10);

    private static final Duration GRACE = Duration.ofSeconds(3);
    private static final Duration TROUBLED = Duration.ofSeconds(2);

    private final ConnectionId connection;
    private final Deliveries deliveries;
    private final Calls calls;
    private final Duration idle;
    private final Errand errand;
    private final Chore chore;
    private final Supplier<Answer<List<FieldReport>>> check;
    private boolean filled;
    private Instant lookAt = Instant.EPOCH;
    private final Clock clock;
    private final BooleanSupplier mayGoOn;
    private final Consumer<Exception> complaints;
    private final Semaphore news = new Semaphore(0);
    private final Set<String> underWay = new HashSet<>();
    private int errands;
    private boolean choring;
    private boolean stopped;

    /**
     * @param chore what is done besides, after what is delivered in the same lane
     * @param check looks at the fields that are written to
     * @param mayGoOn whether this is still the only courier of the connection
     * @param complaints told of what went wrong on our side
     */
    public Courier(
            ConnectionId connection,
            Deliveries deliveries,
            Calls calls,
            Rhythm rhythm,
            Errand errand,
            Chore chore,
            Supplier<Answer<List<FieldReport>>> check,
            Clock clock,
            BooleanSupplier mayGoOn,
            Consumer<Exception> complaints) {
        this.connection = connection;
        this.deliveries = deliveries;
        this.calls = calls;
        this.idle = rhythm.idle();
        this.errand = errand;
        this.chore = chore;
        this.check = check;
        this.clock = clock;
        this.mayGoOn = mayGoOn;
        this.complaints = complaints;
    }

    /** Returns once everything that was begun has ended. */
    @Override
    public void run() {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            while (isWanted()) {
                try {
                    if (!step(threads)) {
                        pause(idle);
                    }
                } catch (RuntimeException e) {
                    complaints.accept(e);
                    pause(TROUBLED);
                }
            }
        } finally {
            finish(threads);
        }
    }

    /** Calls under way have a moment to end; one that is cut off is sent again. */
    private static void finish(ExecutorService threads) {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException _) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
        threads.close();
    }

    public void stop() {
        synchronized (this) {
            stopped = true;
        }
        news.release();
    }

    /** How the connection is. */
    public Condition condition() {
        return calls.condition();
    }

    private synchronized boolean isWanted() {
        return !stopped && mayGoOn.getAsBoolean();
    }

    /**
     * Begins one errand, if there is one and it may be run.
     *
     * @param threads which run it
     * @return whether one was begun
     */
    boolean step(Executor threads) {
        if (!isReady()) {
            return false;
        }
        Set<String> except;
        boolean busy;
        synchronized (this) {
            if (errands >= calls.concurrency()) {
                return false;
            }
            except = Set.copyOf(underWay);
            busy = choring;
        }
        Instant now = clock.instant();
        Lane step = busy ? null : chore.due(now).orElse(null);
        for (Lane lane : Lane.values()) {
            int most = errand.members(calls.most(lane, now));
            List<Due> due = deliveries.due(connection, lane, now, except, most);
            if (!due.isEmpty() && !calls.next(lane, errand.weight(due.size()), now).isAfter(now)) {
                List<Due> full = filled(due, lane, now, except);
                begin(full);
                threads.execute(() -> carryOut(full));
                return true;
            }
            if (lane == step
                    && !deliveries.isPaused(connection)
                    && !calls.next(lane, 1, now).isAfter(now)) {
                beginChore();
                threads.execute(() -> carryOutChore(lane));
                return true;
            }
        }
        return false;
    }

    /**
     * With others that cost nothing in the same call. Those whose contacts have to be looked for,
     * which takes calls, come along only where nothing is left for a call of their own: somebody
     * who has a tier to tell of every minute must not keep them out for a whole day. A quarter of
     * the room is for what is sent in bulk, which would never come behind points that change.
     */
    private List<Due> filled(List<Due> due, Lane lane, Instant now, Set<String> except) {
        List<Due> full = new ArrayList<>(due);
        if (errand.isRoomFree() && lane != Lane.BULK) {
            boolean linked = calls.isPlanned(Lane.BULK, now);
            Set<String> chosen = new HashSet<>(except);
            add(full, Lane.BULK, linked, now, chosen, (errand.members() - full.size()) / 4);
            if (lane == Lane.URGENT) {
                add(full, Lane.ROUTINE, linked, now, chosen, errand.members() - full.size());
            }
            add(full, Lane.BULK, linked, now, chosen, errand.members() - full.size());
        }
        return full;
    }

    private void add(
            List<Due> full, Lane lane, boolean linked, Instant now, Set<String> chosen, int room) {
        if (room > 0) {
            full.forEach(it -> chosen.add(it.member()));
            full.addAll(deliveries.along(connection, lane, linked, now, chosen, room));
        }
    }

    /** Nothing is sent before everything is there that is written to: one call says so for all. */
    private boolean isReady() {
        if (!filled) {
            deliveries.fill(connection, clock.instant());
            filled = true;
        }
        if (calls.isChecked()) {
            lookAgain();
            return true;
        }
        Instant now = clock.instant();
        if (calls.next(Lane.URGENT, 1, now).isAfter(now) || deliveries.isPaused(connection)) {
            return false;
        }
        if (calls.make(Lane.URGENT, check)
                instanceof Answer.Given<List<FieldReport>>(List<FieldReport> fields, var _)) {
            List<String> unfit =
                    fields.stream()
                            .filter(it -> it.state() != FieldReport.State.PRESENT)
                            .map(FieldReport::field)
                            .toList();
            if (unfit.isEmpty()) {
                calls.checked();
                return true;
            }
            calls.suspend("Fields are missing or different, see test: " + unfit);
        }
        return false;
    }

    private void lookAgain() {
        Instant now = clock.instant();
        if (!lookAt.isAfter(now)) {
            deliveries.lookAgain(connection, now);
            lookAt = now.plus(LOOKING);
        }
    }

    private synchronized void begin(List<Due> due) {
        errands++;
        due.forEach(it -> underWay.add(it.member()));
    }

    private void carryOut(List<Due> due) {
        try {
            errand.run(due);
        } catch (RuntimeException e) {
            complaints.accept(e);
        } finally {
            synchronized (this) {
                errands--;
                due.forEach(it -> underWay.remove(it.member()));
            }
            news.release();
        }
    }

    private synchronized void beginChore() {
        errands++;
        choring = true;
    }

    private void carryOutChore(Lane lane) {
        try {
            chore.step(lane);
        } catch (RuntimeException e) {
            complaints.accept(e);
        } finally {
            synchronized (this) {
                errands--;
                choring = false;
            }
            news.release();
        }
    }

    private void pause(Duration duration) {
        try {
            if (news.tryAcquire(duration.toMillis(), TimeUnit.MILLISECONDS)) {
                news.drainPermits();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            stop();
        }
    }
}
