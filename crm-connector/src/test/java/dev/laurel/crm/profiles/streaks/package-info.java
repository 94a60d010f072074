/** Streaks that end without a record. */
@NullMarked
package dev.laurel.crm.profiles.streaks;

import org.jspecify.annotations.NullMarked;
