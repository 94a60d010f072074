/** Members spend: points are held, then confirmed or released, and refunded if need be. */
@NullMarked
package dev.laurel.scoring.spending;

import org.jspecify.annotations.NullMarked;
