/** Members' accounts in PostgreSQL. */
@NullMarked
package dev.laurel.scoring.accounts.jdbc;

import org.jspecify.annotations.NullMarked;
