/** Reads the badges of a published program document. */
@NullMarked
package dev.laurel.badges.catalogue.program;

import org.jspecify.annotations.NullMarked;
