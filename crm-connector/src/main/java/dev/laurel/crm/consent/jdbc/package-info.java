/** Consents in PostgreSQL. */
@NullMarked
package dev.laurel.crm.consent.jdbc;

import org.jspecify.annotations.NullMarked;
