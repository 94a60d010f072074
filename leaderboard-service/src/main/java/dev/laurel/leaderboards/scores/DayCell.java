package dev.laurel.leaderboards.scores;

import java.time.LocalDate;

/**
 * Where the points of a day are kept.
 *
 * @param book whose points of which wallet
 * @param competitor the member or the team whose points they are
 * @param day the day in the program's time zone
 */
public record DayCell(Book book, String competitor, LocalDate day) {}
