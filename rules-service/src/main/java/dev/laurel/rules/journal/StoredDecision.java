package dev.laurel.rules.journal;

import java.time.Instant;
import java.util.UUID;

/**
 * A decision in the journal.
 *
 * @param id its id
 * @param eventTime when the event happened
 * @param outcome the decision's outcome by name, such as {@code DECIDED}
 * @param json the record as JSON
 */
public record StoredDecision(UUID id, Instant eventTime, String outcome, String json) {}
