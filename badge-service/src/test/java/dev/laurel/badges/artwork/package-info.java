/** Tests of artwork. */
@NullMarked
package dev.laurel.badges.artwork;

import org.jspecify.annotations.NullMarked;
