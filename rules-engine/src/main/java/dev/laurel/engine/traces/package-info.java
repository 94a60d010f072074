/**
 * What is remembered about an event that a member has had: that it was seen, and what it did, so
 * that it can be undone.
 */
@NullMarked
package dev.laurel.engine.traces;

import org.jspecify.annotations.NullMarked;
