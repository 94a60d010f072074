/** Real purchases, repeated under new ids until there are enough of them. */
@NullMarked
package dev.laurel.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
