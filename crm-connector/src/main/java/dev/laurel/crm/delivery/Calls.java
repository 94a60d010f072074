package dev.laurel.crm.delivery;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.delivery.Condition.State;
import dev.laurel.crm.vendor.Answer;
import dev.laurel.crm.vendor.Permits;
import dev.laurel.crm.vendor.Permits.Wait;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Lets calls to one CRM through: within the day's plan, the window, the CRM's own wishes, and only
 * while it works. Every request of a call is counted before it is sent. Safe for concurrent use.
 */
public final class Calls implements Permits {

    /** What others that use the same CRM are left of its daily limit. */
    private static final double OURS = 0.8;

    /** The call that the current thread is making. */
    private static final ScopedValue<Turn> TURN = ScopedValue.newInstance();

    /** The piece of work that the current thread's calls are of. */
    private static final ScopedValue<Work> WORK = ScopedValue.newInstance();

    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(10);
    private static final Duration LONGEST_DENIAL = Duration.ofMinutes(10);

    private final Connection connection;
    private final Deliveries deliveries;
    private final Clock clock;
    private final BooleanSupplier mayCall;
    private final Ration ration;
    private final Breaker breaker;
    private final Duration firstDenial;
    private final Concurrency concurrency;
    private Condition held = Condition.WORKING;
    private Condition paced = Condition.WORKING;
    private String failure = "";
    private Duration denial;
    private boolean checked;

    /**
     * @param mayCall asked before every call: whether the connection is still this instance's
     */
    public Calls(
            Connection connection,
            Deliveries deliveries,
            Rhythm rhythm,
            Clock clock,
            BooleanSupplier mayCall) {
        this.connection = connection;
        this.deliveries = deliveries;
        this.clock = clock;
        this.mayCall = mayCall;
        this.breaker = new Breaker(rhythm.firstOutage());
        this.firstDenial = rhythm.firstDenial();
        this.denial = firstDenial;
        this.ration = new Ration(connection, deliveries, clock.instant());
        this.concurrency = new Concurrency(connection.quota().concurrency(), clock.instant());
    }

    /**
     * When a call of that lane may be made: now or later.
     *
     * @param weight for how many it counts
     */
    public synchronized Instant next(Lane lane, int weight, Instant now) {
        Instant planned = ration.planned(lane, weight, now);
        paced =
                planned.isAfter(now)
                        ? new Condition(
                                State.PACED,
                                "%s are used; %s changes wait."
                                        .formatted(ration, lane.name().toLowerCase(Locale.ROOT)),
                                planned)
                        : Condition.WORKING;
        return latest(latest(breaker.next(now), planned), free(weight, now));
    }

    /** Whether the day's plan has a call for that lane now. */
    synchronized boolean isPlanned(Lane lane, Instant now) {
        return !ration.planned(lane, 1, now).isAfter(now);
    }

    /** For how many calls one batch of that lane may count today; at least one. */
    synchronized long most(Lane lane, Instant now) {
        return ration.most(lane, now);
    }

    /** When neither the CRM's wish nor the window is in the way. */
    private Instant free(int weight, Instant now) {
        return latest(held.until(), ration.free(weight, now));
    }

    /** How many calls may be under way at once. */
    public synchronized int concurrency() {
        return concurrency.limit();
    }

    /**
     * Does several calls as one piece of work: once the first is made, the others are not put off
     * by the day's plan, only by what is left of the day.
     */
    <T> T asOne(Supplier<T> work) {
        return ScopedValue.where(WORK, new Work()).call(work::get);
    }

    /**
     * Makes a call, whose requests draw their permits here.
     *
     * @return what came of it; {@link Answer.Throttled} when one of its requests may not be sent
     */
    public <T> Answer<T> make(Lane lane, Supplier<Answer<T>> call) {
        Turn turn = new Turn(lane, WORK.isBound() ? WORK.get() : new Work());
        boolean learned = false;
        try {
            Answer<T> answer = ScopedValue.where(TURN, turn).call(call::get);
            if (!turn.held) {
                learn(answer);
                learned = true;
            }
            return answer;
        } finally {
            if (turn.begun && !learned) {
                abandon();
            }
        }
    }

    /** Waits for moments only; what is longer ends the call that the request is of. */
    @Override
    public Optional<Wait> draw(int weight) {
        Turn turn = TURN.get();
        Optional<Wait> wait = await(turn, weight);
        turn.held = wait.isPresent();
        if (!turn.held) {
            count(weight);
        }
        return wait;
    }

    private Optional<Wait> await(Turn turn, int weight) {
        Duration wait = take(turn, weight);
        while (!wait.isZero()) {
            if (wait.compareTo(LONGEST_SLEEP) > 0 || !mayCall.getAsBoolean()) {
                return Optional.of(new Wait(wait, condition().reason()));
            }
            try {
                Thread.sleep(wait);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return Optional.of(new Wait(wait, "The connector was stopped."));
            }
            wait = take(turn, weight);
        }
        return mayCall.getAsBoolean()
                ? Optional.empty()
                : Optional.of(new Wait(LONGEST_SLEEP, "Another instance has taken over."));
    }

    /** Makes no call for a while: what is wrong is not a matter of single records. */
    synchronized void suspend(String reason) {
        checked = false;
        deny(reason);
    }

    /** Whether the CRM has everything that is written to, as far as is known. */
    synchronized boolean isChecked() {
        return checked;
    }

    /** The CRM has everything that is written to. */
    synchronized void checked() {
        checked = true;
        denial = firstDenial;
    }

    private void deny(String reason) {
        hold(State.DENIED, clock.instant().plus(denial), reason);
        Duration longer = denial.multipliedBy(2);
        denial = longer.compareTo(LONGEST_DENIAL) < 0 ? longer : LONGEST_DENIAL;
    }

    /** How the connection is, with the reason. */
    public synchronized Condition condition() {
        Instant now = clock.instant();
        if (held.until().isAfter(now)) {
            return held;
        }
        if (breaker.isOpen()) {
            return new Condition(State.FAILING, failure, breaker.next(now));
        }
        return paced.until().isAfter(now) ? paced : Condition.WORKING;
    }

    /** Takes a request out of all allowances, or says how long that has to wait. */
    private synchronized Duration take(Turn turn, int weight) {
        Instant now = clock.instant();
        Instant next = next(turn, weight, now);
        if (next.isAfter(now)) {
            return Duration.between(now, next).plusMillis(1);
        }
        ration.take(weight, now);
        if (!turn.begun) {
            turn.begun = true;
            turn.work.begun = true;
            breaker.begins();
        }
        return Duration.ZERO;
    }

    /** What is begun is not held up by its lane, as what was called already would be in vain. */
    private Instant next(Turn turn, int weight, Instant now) {
        if (!turn.work.begun) {
            return next(turn.lane, weight, now);
        }
        Instant left = latest(ration.left(weight, now), free(weight, now));
        return turn.begun ? left : latest(breaker.next(now), left);
    }

    /** With the requests that people asked for, which are counted in the same place. */
    private void count(int weight) {
        Instant now = clock.instant();
        long counted =
                deliveries.countCall(
                        connection.id(),
                        DayPlan.day(now),
                        connection.quota().window(),
                        weight,
                        now);
        synchronized (this) {
            ration.counted(counted, now);
        }
    }

    private synchronized void abandon() {
        breaker.abandoned();
    }

    private synchronized void learn(Answer<?> answer) {
        Instant now = clock.instant();
        switch (answer) {
            case Answer.Given<?> given -> {
                breaker.succeeded();
                concurrency.fine(now);
                Answer.Usage usage = given.usage();
                if (usage != null && usage.used() > usage.limit() * OURS) {
                    hold(
                            State.PACED,
                            now.plus(Duration.ofHours(1)),
                            "%d of the CRM's %d calls of the day are used by all together."
                                    .formatted(usage.used(), usage.limit()));
                }
            }
            case Answer.Rejected<?> _ -> breaker.succeeded();
            case Answer.Throttled<?> throttled -> {
                breaker.abandoned();
                concurrency.tooMuch(now);
                hold(State.THROTTLED, now.plus(throttled.pause()), throttled.reason());
            }
            case Answer.Failed<?> failed -> {
                failure = failed.reason();
                breaker.failed(now);
            }
            case Answer.Denied<?> denied -> {
                breaker.abandoned();
                checked = false;
                deny(denied.reason());
            }
        }
    }

    private void hold(State state, Instant until, String reason) {
        if (until.isAfter(held.until())) {
            held = new Condition(state, reason, until);
        }
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** One call. Of one thread. */
    private static final class Turn {

        private final Lane lane;
        private final Work work;
        private boolean begun;
        private boolean held;

        private Turn(Lane lane, Work work) {
            this.lane = lane;
            this.work = work;
        }
    }

    /** Several calls of which none is worth anything without the others. Of one thread. */
    private static final class Work {

        private boolean begun;
    }
}
