/** Programs, drafts and versions in PostgreSQL, and publishing with the outbox. */
@NullMarked
package dev.laurel.rules.programs.jdbc;

import org.jspecify.annotations.NullMarked;
