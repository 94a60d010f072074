/** Commands that work on a running platform or on files, and what they have in common. */
@NullMarked
package dev.laurel.cli;

import org.jspecify.annotations.NullMarked;
