package dev.laurel.leaderboards.boards;

import dev.laurel.leaderboards.scores.Period;

/**
 * Scores that are compared with each other.
 *
 * @param byTeam whether they are those of teams
 */
public record Ranking(String program, String wallet, Period period, boolean byTeam) {}
