/** Tests. */
@NullMarked
package dev.laurel.scoring.status;

import org.jspecify.annotations.NullMarked;
