/**
 * Reads a topic in batches into PostgreSQL: one transaction per batch, poison set aside, outages
 * waited out.
 */
@NullMarked
package dev.laurel.intake;

import org.jspecify.annotations.NullMarked;
