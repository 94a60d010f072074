/** Looks whether a night has begun somewhere. */
@NullMarked
package dev.laurel.scoring.jobs.schedule;

import org.jspecify.annotations.NullMarked;
