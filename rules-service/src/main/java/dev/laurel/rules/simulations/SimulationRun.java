package dev.laurel.rules.simulations;

import dev.laurel.engine.events.Event;
import dev.laurel.rules.simulations.EventFeed.Unwanted;
import dev.laurel.simulation.Comparison;
import dev.laurel.simulation.Edition;
import dev.laurel.simulation.ForecastFields;
import dev.laurel.simulation.MostMoved;
import dev.laurel.simulation.Simulation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One simulation from its first event to its result, in memory. For one thread. */
final class SimulationRun implements EventFeed.Taker {

    private static final Duration BETWEEN_REPORTS = Duration.ofMillis(500);

    private final Simulation simulation;
    private final Reporter reporter;
    private final Clock clock;
    private final int most;
    private int events;
    private long done;
    private long total;
    private Instant reported;

    /** Hears how far a simulation is. */
    @FunctionalInterface
    interface Reporter {

        /** Whether anybody still wants it. */
        boolean report(long done, long total);
    }

    /** It is more than fits. */
    static final class TooMany extends RuntimeException {

        private TooMany(int most) {
            super("Expected at most %d events, but there are more.".formatted(most));
        }
    }

    private SimulationRun(Simulation simulation, Reporter reporter, Clock clock, int most) {
        this.simulation = simulation;
        this.reporter = reporter;
        this.clock = clock;
        this.most = most;
        this.reported = clock.instant();
    }

    /**
     * Runs it.
     *
     * @param live what to compare with
     * @param top how many members and balances the result names
     * @param most how many events there may be
     * @return the result as a tree of JSON
     * @throws Unwanted when the reporter hears that nobody wants it
     * @throws TooMany when there are more events
     */
    static Map<String, Object> run(
            Edition draft,
            @Nullable Edition live,
            EventFeed feed,
            int top,
            int most,
            Clock clock,
            Reporter reporter) {
        var members = feed.members();
        Simulation simulation =
                live == null ? Simulation.of(draft, members) : Simulation.of(draft, live, members);
        SimulationRun run = new SimulationRun(simulation, reporter, clock, most);
        feed.read(run);
        run.report();
        var forecast = simulation.forecast();
        Map<String, Object> result = new LinkedHashMap<>(ForecastFields.of(forecast));
        result.put("top", MostMoved.of(forecast, top));
        if (live != null) {
            Comparison comparison = simulation.comparison();
            result.put("against", ForecastFields.of(comparison, top));
        }
        return result;
    }

    @Override
    public void accept(Event event) {
        if (++events > most) {
            throw new TooMany(most);
        }
        simulation.accept(event);
    }

    @Override
    public void refuse(String reason) {
        simulation.refuse(reason);
    }

    @Override
    public void progress(long doneNow, long totalNow) {
        done = doneNow;
        total = totalNow;
        Instant now = clock.instant();
        if (Duration.between(reported, now).compareTo(BETWEEN_REPORTS) >= 0) {
            reported = now;
            report();
        }
    }

    private void report() {
        if (!reporter.report(done, total)) {
            throw new Unwanted();
        }
    }
}
