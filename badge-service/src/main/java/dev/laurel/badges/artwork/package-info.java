/** What badges look like. */
@NullMarked
package dev.laurel.badges.artwork;

import org.jspecify.annotations.NullMarked;
