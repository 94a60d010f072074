/**
 * Records to Kafka from a database transaction: appended in it, sent after it, in order per key,
 * never lost.
 */
@NullMarked
package dev.laurel.outbox;

import org.jspecify.annotations.NullMarked;
