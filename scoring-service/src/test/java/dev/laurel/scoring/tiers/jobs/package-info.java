/** Tests of tiers over a real database. */
@NullMarked
package dev.laurel.scoring.tiers.jobs;

import org.jspecify.annotations.NullMarked;
