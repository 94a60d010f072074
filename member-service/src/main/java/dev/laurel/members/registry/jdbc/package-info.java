/** Members in PostgreSQL, and what changed on its way to the topic. */
@NullMarked
package dev.laurel.members.registry.jdbc;

import org.jspecify.annotations.NullMarked;
