/** One log for all services of the process, in which every line says who speaks. */
@NullMarked
package dev.laurel.standalone.logging;

import org.jspecify.annotations.NullMarked;
