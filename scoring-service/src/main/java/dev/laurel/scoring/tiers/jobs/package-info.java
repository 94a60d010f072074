/** Reviews tiers at night. */
@NullMarked
package dev.laurel.scoring.tiers.jobs;

import org.jspecify.annotations.NullMarked;
