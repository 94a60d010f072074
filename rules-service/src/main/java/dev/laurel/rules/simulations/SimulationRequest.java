package dev.laurel.rules.simulations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be simulated.
 *
 * @param of what decides: {@code draft} or a version's number
 * @param against the version to compare with, {@code null} for none
 * @param given how many events came with the request, {@code null} for those that are recorded
 * @param from recorded events from then on, {@code null} for all that are still there
 * @param to recorded events before then, {@code null} for all until the job starts
 * @param top how many members and balances the result names
 */
public record SimulationRequest(
        String of,
        @Nullable Integer against,
        @Nullable Integer given,
        @Nullable Instant from,
        @Nullable Instant to,
        int top) {}
