package dev.laurel.simulation;

import java.util.Map;

/**
 * What came of one challenge.
 *
 * @param challenge the challenge's id
 * @param completions how often a member completed it
 * @param reopenings how often a completion was undone
 * @param withoutPlace completions that stand in the end without the award, as all places were taken
 * @param heldOut completions that stand in the end without the award, as the member was held out
 * @param points what it moved, by wallet
 */
public record ChallengeFigures(
        String challenge,
        long completions,
        long reopenings,
        long withoutPlace,
        long heldOut,
        Map<String, Movement> points) {}
