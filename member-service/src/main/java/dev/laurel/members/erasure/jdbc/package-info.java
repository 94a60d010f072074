/** Erasures in PostgreSQL. */
@NullMarked
package dev.laurel.members.erasure.jdbc;

import org.jspecify.annotations.NullMarked;
