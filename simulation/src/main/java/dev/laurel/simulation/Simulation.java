package dev.laurel.simulation;

import dev.laurel.engine.events.Event;
import dev.laurel.engine.members.Member;
import java.util.List;
import java.util.Map;

/**
 * Runs events through a program, and through another one beside it to compare with, without writing
 * anything. Members are kept in memory. For one thread.
 */
public final class Simulation {

    private final List<Run> runs;

    private Simulation(List<Run> runs) {
        this.runs = List.copyOf(runs);
    }

    /**
     * Begins a simulation.
     *
     * @param members what the registry says of members, by id; of others only the id is known
     */
    public static Simulation of(Edition draft, Map<String, Member> members) {
        return new Simulation(List.of(new Run(draft, members)));
    }

    /** Begins a simulation of two programs on the same events. */
    public static Simulation of(Edition draft, Edition live, Map<String, Member> members) {
        return new Simulation(List.of(new Run(draft, members), new Run(live, members)));
    }

    /** Sends an event the whole way. The order is that of arrival. */
    public void accept(Event event) {
        runs.forEach(run -> run.accept(event));
    }

    /** Counts an event that is none, or that the platform would refuse whatever the program is. */
    public void refuse(String reason) {
        runs.forEach(run -> run.refuse(reason));
    }

    /** What the draft would have done with the events so far. */
    public Forecast forecast() {
        return runs.getFirst().forecast();
    }

    /**
     * What would have been different from the live program.
     *
     * @throws IllegalStateException when the simulation has none
     */
    public Comparison comparison() {
        if (runs.size() < 2) {
            throw new IllegalStateException(
                    "Expected a program to compare with, but there is none.");
        }
        return Comparison.of(runs.getFirst().forecast(), runs.getLast().forecast());
    }
}
