/** Events per second from the first one sent to the last ledger row committed. */
@NullMarked
package dev.laurel.benchmarks.throughput;

import org.jspecify.annotations.NullMarked;
