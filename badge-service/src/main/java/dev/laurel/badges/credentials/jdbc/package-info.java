/** Credentials and signing keys in PostgreSQL. */
@NullMarked
package dev.laurel.badges.credentials.jdbc;

import org.jspecify.annotations.NullMarked;
