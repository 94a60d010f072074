/** The ledger alone: from the topic to the commit, with as much history as one likes. */
@NullMarked
package dev.laurel.benchmarks.ledger;

import org.jspecify.annotations.NullMarked;
