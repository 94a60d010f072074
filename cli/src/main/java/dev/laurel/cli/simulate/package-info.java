/** Shows what a program would have done with a file of events. */
@NullMarked
package dev.laurel.cli.simulate;

import org.jspecify.annotations.NullMarked;
