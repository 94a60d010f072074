package dev.laurel.crm.delivery;

import dev.laurel.crm.connections.Connection;
import dev.laurel.crm.delivery.Condition.State;
import dev.laurel.crm.vendor.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Lets calls to one CRM through: within the day's plan, the window, the CRM's own wishes, and only
 * while it works. Every call is counted before it is made. Safe for concurrent use.
 */
public final class Calls {

    /** What others that use the same CRM are left of its daily limit. */
    private static final double OURS = 0.8;

    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(10);
    private static final Duration LONGEST_DENIAL = Duration.ofMinutes(10);

    private final Connection connection;
    private final Deliveries deliveries;
    private final Clock clock;
    private final BooleanSupplier mayCall;
    private final int heaviest;
    private final DayPlan plan;
    private final RollingWindow window;
    private final Breaker breaker;
    private final Duration firstDenial;
    private final Concurrency concurrency;
    private LocalDate day;
    private long used;
    private Condition held = Condition.WORKING;
    private Condition paced = Condition.WORKING;
    private String failure = "";
    private Duration denial;
    private boolean checked;

    /**
     * @param mayCall asked before every call: whether the connection is still this instance's
     * @param heaviest for how many one call may count
     */
    public Calls(
            Connection connection,
            Deliveries deliveries,
            Rhythm rhythm,
            Clock clock,
            BooleanSupplier mayCall,
            int heaviest) {
        this.connection = connection;
        this.deliveries = deliveries;
        this.clock = clock;
        this.mayCall = mayCall;
        this.heaviest = heaviest;
        this.breaker = new Breaker(rhythm.firstOutage());
        this.firstDenial = rhythm.firstDenial();
        this.denial = firstDenial;
        this.plan = new DayPlan(connection.quota().callsPerDay());
        this.window =
                new RollingWindow(connection.quota().callsPerWindow(), connection.quota().window());
        this.concurrency = new Concurrency(connection.quota().concurrency(), clock.instant());
        this.day = DayPlan.day(clock.instant());
        this.used = deliveries.calls(connection.id(), day);
        // What was called before is not known one by one, so all of it counts as called last.
        Recent recent = deliveries.recent(connection.id(), connection.quota().window());
        window.fill(recent.lastCall(), recent.calls());
    }

    /** When a call of that lane may be made, however much it weighs: now or later. */
    public synchronized Instant next(Lane lane, Instant now) {
        return next(lane, heaviest, now);
    }

    private Instant next(Lane lane, int weight, Instant now) {
        turnPage(now);
        Instant next = latest(breaker.next(now), held.until().isAfter(now) ? held.until() : now);
        Instant planned = plan.next(lane, used + weight - 1, now);
        paced =
                planned.isAfter(now)
                        ? new Condition(
                                State.PACED,
                                "%d of %d calls of the day are used; %s changes wait."
                                        .formatted(
                                                used,
                                                connection.quota().callsPerDay(),
                                                lane.name().toLowerCase(Locale.ROOT)),
                                planned)
                        : Condition.WORKING;
        return latest(next, latest(planned, window.next(weight, now)));
    }

    /** How many calls may be under way at once. */
    public synchronized int concurrency() {
        return concurrency.limit();
    }

    /**
     * Makes a call as soon as the window allows it.
     *
     * @return what came of it; {@link Answer.Throttled} without a call when it may not be made
     */
    public <T> Answer<T> make(Lane lane, Supplier<Answer<T>> call) {
        return make(lane, 1, call);
    }

    /**
     * The same with a call that counts for several.
     *
     * @param weight for how many
     */
    <T> Answer<T> make(Lane lane, int weight, Supplier<Answer<T>> call) {
        Duration wait = take(lane, weight);
        while (!wait.isZero()) {
            if (wait.compareTo(LONGEST_SLEEP) > 0 || !mayCall.getAsBoolean()) {
                return new Answer.Throttled<>(wait, condition().reason());
            }
            try {
                Thread.sleep(wait);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return new Answer.Failed<>("The connector was stopped.");
            }
            wait = take(lane, weight);
        }
        if (!mayCall.getAsBoolean()) {
            abandon();
            return new Answer.Throttled<>(LONGEST_SLEEP, "Another instance has taken over.");
        }
        boolean finished = false;
        try {
            count(weight);
            Answer<T> answer = call.get();
            learn(answer);
            finished = true;
            return answer;
        } finally {
            if (!finished) {
                abandon();
            }
        }
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

    /** Takes a call out of all allowances, or says how long that has to wait. */
    private synchronized Duration take(Lane lane, int weight) {
        Instant now = clock.instant();
        Instant next = next(lane, weight, now);
        if (next.isAfter(now)) {
            return Duration.between(now, next).plusMillis(1);
        }
        for (int call = 0; call < weight; call++) {
            window.add(now);
        }
        breaker.begins();
        used += weight;
        return Duration.ZERO;
    }

    /** With the calls that people asked for, which are counted in the same place. */
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
            used = Math.max(used, counted);
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

    private void turnPage(Instant now) {
        LocalDate today = DayPlan.day(now);
        if (!today.equals(day)) {
            day = today;
            used = deliveries.calls(connection.id(), today);
        }
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
