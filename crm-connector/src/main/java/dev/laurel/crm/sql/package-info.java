/** What statements of all features have in common. */
@NullMarked
package dev.laurel.crm.sql;

import org.jspecify.annotations.NullMarked;
