/** Boards alone, in this process: what a million members on one board cost. */
@NullMarked
package dev.laurel.benchmarks.boards;

import org.jspecify.annotations.NullMarked;
