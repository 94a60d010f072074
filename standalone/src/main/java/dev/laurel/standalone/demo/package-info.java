/** A year of a real shop in a minute: the sample program, its events, and what came of them. */
@NullMarked
package dev.laurel.standalone.demo;

import org.jspecify.annotations.NullMarked;
