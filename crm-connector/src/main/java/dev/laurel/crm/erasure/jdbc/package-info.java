/** Erasures in PostgreSQL. */
@NullMarked
package dev.laurel.crm.erasure.jdbc;

import org.jspecify.annotations.NullMarked;
