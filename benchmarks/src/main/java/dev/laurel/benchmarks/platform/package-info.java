/** The platform under test, a process of its own, and what it takes from the machine. */
@NullMarked
package dev.laurel.benchmarks.platform;

import org.jspecify.annotations.NullMarked;
