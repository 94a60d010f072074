/** What is to be delivered and what was, in PostgreSQL. */
@NullMarked
package dev.laurel.crm.delivery.jdbc;

import org.jspecify.annotations.NullMarked;
