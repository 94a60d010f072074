/** Rules service: programs are written here, and every event is decided here. */
@NullMarked
package dev.laurel.rules;

import org.jspecify.annotations.NullMarked;
