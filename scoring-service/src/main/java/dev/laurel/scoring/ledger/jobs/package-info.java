/** Books what the clock has done to points with a term. */
@NullMarked
package dev.laurel.scoring.ledger.jobs;

import org.jspecify.annotations.NullMarked;
