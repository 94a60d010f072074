/** Makes pictures from anywhere safe to show. */
@NullMarked
package dev.laurel.badges.artwork.svg;

import org.jspecify.annotations.NullMarked;
