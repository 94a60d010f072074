/** Refuses requests about programs that do not exist. */
@NullMarked
package dev.laurel.scoring.programs.web;

import org.jspecify.annotations.NullMarked;
