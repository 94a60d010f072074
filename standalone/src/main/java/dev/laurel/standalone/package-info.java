/** The command {@code laurel}: what the user types and where it goes. */
@NullMarked
package dev.laurel.standalone;

import org.jspecify.annotations.NullMarked;
