package dev.laurel.crm.delivery;

import java.time.Instant;

/**
 * What was called of late, by whomever.
 *
 * @param calls no fewer than were made within the window before the last one, that one included
 * @param lastCall when that was
 */
public record Recent(long calls, Instant lastCall) {}
