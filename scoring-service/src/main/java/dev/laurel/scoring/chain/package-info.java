/** A hash chain over postings: what has been booked can't be changed without it showing. */
@NullMarked
package dev.laurel.scoring.chain;

import org.jspecify.annotations.NullMarked;
