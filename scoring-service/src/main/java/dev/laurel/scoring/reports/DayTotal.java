package dev.laurel.scoring.reports;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one account of a wallet moved on a day.
 *
 * @param day of the events, in the program's time zone
 * @param channel which of the program's channels it moved it through, {@code null} for none of them
 *     or where nobody tells them apart
 * @param total what it moved
 */
public record DayTotal(LocalDate day, @Nullable String channel, AccountTotal total) {}
