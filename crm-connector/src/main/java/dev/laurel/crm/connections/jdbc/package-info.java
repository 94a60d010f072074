/** Connections in PostgreSQL, their credentials sealed. */
@NullMarked
package dev.laurel.crm.connections.jdbc;

import org.jspecify.annotations.NullMarked;
