/** Tests of the catalogue. */
@NullMarked
package dev.laurel.badges.catalogue.program;

import org.jspecify.annotations.NullMarked;
