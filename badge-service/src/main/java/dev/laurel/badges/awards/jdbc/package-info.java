/** Awards in PostgreSQL. */
@NullMarked
package dev.laurel.badges.awards.jdbc;

import org.jspecify.annotations.NullMarked;
