package dev.laurel.simulation;

import java.util.Map;

/**
 * What came of one challenge.
 *
 * @param challenge the challenge's id
 * @param completions how often a member completed it
 * @param reopenings how often a completion was undone
 * @param points what it moved, by wallet
 */
public record ChallengeFigures(
        String challenge, long completions, long reopenings, Map<String, Movement> points) {}
