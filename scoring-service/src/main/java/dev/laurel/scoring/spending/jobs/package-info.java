/** Ends holds whose time is up. */
@NullMarked
package dev.laurel.scoring.spending.jobs;

import org.jspecify.annotations.NullMarked;
