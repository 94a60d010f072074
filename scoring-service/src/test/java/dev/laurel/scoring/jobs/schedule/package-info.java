/** Tests of nights over a real database. */
@NullMarked
package dev.laurel.scoring.jobs.schedule;

import org.jspecify.annotations.NullMarked;
