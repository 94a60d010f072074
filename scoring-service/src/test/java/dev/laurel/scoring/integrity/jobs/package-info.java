/** Tests. */
@NullMarked
package dev.laurel.scoring.integrity.jobs;

import org.jspecify.annotations.NullMarked;
