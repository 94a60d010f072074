/** Tests. */
@NullMarked
package dev.laurel.scoring.journal;

import org.jspecify.annotations.NullMarked;
