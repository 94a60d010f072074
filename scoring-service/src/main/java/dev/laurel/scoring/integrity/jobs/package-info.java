/** Checks every program each night. */
@NullMarked
package dev.laurel.scoring.integrity.jobs;

import org.jspecify.annotations.NullMarked;
