/** Shows what is up and how far behind it is, and waits until everything has settled. */
@NullMarked
package dev.laurel.cli.status;

import org.jspecify.annotations.NullMarked;
