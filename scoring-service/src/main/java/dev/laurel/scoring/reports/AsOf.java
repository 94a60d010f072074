package dev.laurel.scoring.reports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which postings a report is about, on two axes: what had happened by {@code at}, as far as it was
 * booked by {@code known}. What we knew then is {@code (t, t)}, what we know now of then is {@code
 * (t, null)}.
 *
 * @param at postings of events up to and with this instant, {@code null} for all
 * @param known postings booked up to and with this instant, {@code null} for all
 */
public record AsOf(@Nullable Instant at, @Nullable Instant known) {}
