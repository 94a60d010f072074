/** Finds all that is wrong with a program document. */
@NullMarked
package dev.laurel.cli.validate;

import org.jspecify.annotations.NullMarked;
