/** Tests of nights. */
@NullMarked
package dev.laurel.scoring.jobs;

import org.jspecify.annotations.NullMarked;
