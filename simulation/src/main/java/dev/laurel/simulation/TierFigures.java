package dev.laurel.simulation;

import java.util.Map;

/**
 * What came of one tier.
 *
 * @param tier the tier's id
 * @param members how many have it in the end
 * @param raised how often a member rose to it
 * @param lowered how often a member fell to it
 * @param points what reaching it gave, by wallet
 */
public record TierFigures(
        String tier, long members, long raised, long lowered, Map<String, Movement> points) {}
