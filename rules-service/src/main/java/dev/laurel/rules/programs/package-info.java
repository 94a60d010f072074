/** Authoring: programs with their one draft and their immutable published versions. */
@NullMarked
package dev.laurel.rules.programs;

import org.jspecify.annotations.NullMarked;
