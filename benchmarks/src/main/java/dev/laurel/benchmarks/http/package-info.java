/** HTTP over plain sockets: a client that costs the machine little of what is to be measured. */
@NullMarked
package dev.laurel.benchmarks.http;

import org.jspecify.annotations.NullMarked;
