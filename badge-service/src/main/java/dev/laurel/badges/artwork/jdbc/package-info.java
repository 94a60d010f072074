/** Uploaded pictures in PostgreSQL. */
@NullMarked
package dev.laurel.badges.artwork.jdbc;

import org.jspecify.annotations.NullMarked;
