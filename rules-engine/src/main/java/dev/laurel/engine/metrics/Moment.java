package dev.laurel.engine.metrics;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When an event happened, and which one it was.
 *
 * @param date its day in the program's time zone
 * @param time its time
 * @param event its id
 * @param team the team that the member was in, {@code null} for none
 */
public record Moment(LocalDate date, Instant time, String event, @Nullable String team) {}
