/** Checks documents by compiling them with the rules engine. */
@NullMarked
package dev.laurel.rules.programs.check;

import org.jspecify.annotations.NullMarked;
