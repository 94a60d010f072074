/** Tests of making pictures safe. */
@NullMarked
package dev.laurel.badges.artwork.svg;

import org.jspecify.annotations.NullMarked;
