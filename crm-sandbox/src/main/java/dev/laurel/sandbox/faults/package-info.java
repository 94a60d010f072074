/** What goes wrong on request. */
@NullMarked
package dev.laurel.sandbox.faults;

import org.jspecify.annotations.NullMarked;
