/** The badges that a program has. */
@NullMarked
package dev.laurel.badges.catalogue;

import org.jspecify.annotations.NullMarked;
