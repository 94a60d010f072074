/** Tests. */
@NullMarked
package dev.laurel.scoring;

import org.jspecify.annotations.NullMarked;
