/** How long a member waits to see the points of an event. */
@NullMarked
package dev.laurel.benchmarks.latency;

import org.jspecify.annotations.NullMarked;
