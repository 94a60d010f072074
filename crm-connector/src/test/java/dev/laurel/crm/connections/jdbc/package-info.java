/** Tests of connections in PostgreSQL. */
@NullMarked
package dev.laurel.crm.connections.jdbc;

import org.jspecify.annotations.NullMarked;
