/** Seals what must not be readable in the database, with a key from outside of it. */
@NullMarked
package dev.laurel.badges.secrets;

import org.jspecify.annotations.NullMarked;
