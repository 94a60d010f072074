/**
 * The way of one event through the platform, step by step, for those who were chosen to be traced.
 */
@NullMarked
package dev.laurel.tracing;

import org.jspecify.annotations.NullMarked;
