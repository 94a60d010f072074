/** What came in, in PostgreSQL. */
@NullMarked
package dev.laurel.crm.inbound.jdbc;

import org.jspecify.annotations.NullMarked;
