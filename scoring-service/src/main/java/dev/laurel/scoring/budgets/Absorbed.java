package dev.laurel.scoring.budgets;

import java.util.UUID;

/**
 * What a return did not have to take, as it had never been given.
 *
 * @param effect the return's
 * @param undoes the award that had got too little
 * @param points how many points
 */
public record Absorbed(UUID effect, UUID undoes, long points) {}
