/** Measures the rules engine by itself, beside what else could decide the same. */
@NullMarked
package dev.laurel.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
