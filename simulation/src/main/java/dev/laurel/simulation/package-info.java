/** What a program would have done with recorded events: the engine itself, and nothing written. */
@NullMarked
package dev.laurel.simulation;

import org.jspecify.annotations.NullMarked;
