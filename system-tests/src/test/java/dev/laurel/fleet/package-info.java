/** The platform as a fleet of processes that are killed under load. */
@NullMarked
package dev.laurel.fleet;

import org.jspecify.annotations.NullMarked;
