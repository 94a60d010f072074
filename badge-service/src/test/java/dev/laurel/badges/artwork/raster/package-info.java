/** Pictures as pixels. */
@NullMarked
package dev.laurel.badges.artwork.raster;

import org.jspecify.annotations.NullMarked;
