/**
 * The command {@code ./laurel bench}: what the platform does on this machine, beside what the
 * machine could do.
 */
@NullMarked
package dev.laurel.benchmarks;

import org.jspecify.annotations.NullMarked;
