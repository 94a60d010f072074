/** Starting the platform from the command line, and stopping it. */
@NullMarked
package dev.laurel.standalone.up;

import org.jspecify.annotations.NullMarked;
