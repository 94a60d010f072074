package dev.laurel.leaderboards.seals;

import dev.laurel.leaderboards.scores.Period;
import java.time.Instant;

/**
 * A period of a board that has scores and no seal.
 *
 * @param since when its first score came in, by the service's clock
 */
public record Unsealed(Period period, Instant since) {}
