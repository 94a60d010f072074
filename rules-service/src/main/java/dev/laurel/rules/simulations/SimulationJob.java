package dev.laurel.rules.simulations;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A simulation that somebody asked for.
 *
 * @param id its id
 * @param program the program
 * @param request what was asked for
 * @param state where it stands
 * @param createdAt when it was asked for
 * @param startedAt when it began, {@code null} while it waits
 * @param finishedAt when it ended, however it did
 * @param done how many records it has gone through
 * @param total how many there are, as far as that is known
 * @param reason why it has no result, a sentence
 * @param result what came of it, as JSON
 */
public record SimulationJob(
        UUID id,
        String program,
        SimulationRequest request,
        SimulationState state,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        long done,
        @Nullable Long total,
        @Nullable String reason,
        @Nullable String result) {}
