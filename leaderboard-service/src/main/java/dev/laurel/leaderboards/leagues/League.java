package dev.laurel.leaderboards.leagues;

import dev.laurel.leaderboards.boards.Divisions;

/**
 * The groups of a board in a period.
 *
 * @param id its number
 * @param divisions as the program had them when the league was opened
 */
public record League(int id, Divisions divisions) {}
