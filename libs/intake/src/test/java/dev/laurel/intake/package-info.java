/** Tests of the intake. */
@NullMarked
package dev.laurel.intake;

import org.jspecify.annotations.NullMarked;
