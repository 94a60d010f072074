package dev.laurel.engine.metrics;

import java.time.Instant;
import java.time.LocalDate;

/**
 * When an event happened, and which one it was.
 *
 * @param date its day in the program's time zone
 * @param time its time
 * @param event its id
 */
public record Moment(LocalDate date, Instant time, String event) {}
