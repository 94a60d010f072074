package dev.laurel.scoring.reports;

import java.time.LocalDate;

/**
 * What one account of a wallet moved on a day.
 *
 * @param day of the events, in the program's time zone
 * @param total what it moved
 */
public record DayTotal(LocalDate day, AccountTotal total) {}
