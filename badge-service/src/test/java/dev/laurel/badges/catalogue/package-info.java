/** Tests of the catalogue. */
@NullMarked
package dev.laurel.badges.catalogue;

import org.jspecify.annotations.NullMarked;
