/** Figures with their limits, for people and for programs. */
@NullMarked
package dev.laurel.benchmarks.report;

import org.jspecify.annotations.NullMarked;
