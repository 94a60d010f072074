/** Draws pictures as pixels, with JSVG on Java 2D. */
@NullMarked
package dev.laurel.badges.artwork.raster;

import org.jspecify.annotations.NullMarked;
