package dev.laurel.rules.simulations;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All simulations that are remembered. */
public interface SimulationJobs {

    /** A job, and whether it was made just now. */
    record Asked(SimulationJob job, boolean isNew) {}

    /**
     * Adds a job that waits, or finds the one that was asked for with the same key.
     *
     * @param key the caller's name for the request, {@code null} when it has none
     */
    Asked ask(String program, SimulationRequest request, @Nullable String key);

    /** Forgets a job that never began. */
    void withdraw(UUID id);

    Optional<SimulationJob> find(String program, UUID id);

    /** A program's jobs, the latest first, without results. */
    List<SimulationJob> latest(String program, int limit);

    /**
     * Says that a job has begun or how far it has come.
     *
     * @return whether anybody still wants it
     */
    boolean advance(UUID id, long done, @Nullable Long total);

    /**
     * Ends a job that has not ended.
     *
     * @param reason a sentence, {@code null} where there is a result
     * @param result JSON, {@code null} where there is a reason
     * @return whether it had not ended
     */
    boolean end(UUID id, SimulationState state, @Nullable String reason, @Nullable String result);

    /** Says that jobs, running or waiting, have somebody who will see to them. */
    void keepAlive(Collection<UUID> ids);

    /** Ends all jobs, of whatever process, to which nobody has seen since. */
    void interruptSilentSince(Instant since);
}
