/** The member service as a whole, with a real broker and a real database. */
@NullMarked
package dev.laurel.members;

import org.jspecify.annotations.NullMarked;
