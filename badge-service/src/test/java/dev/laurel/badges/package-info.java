/** The badge service as a whole, with a real broker and a real database. */
@NullMarked
package dev.laurel.badges;

import org.jspecify.annotations.NullMarked;
