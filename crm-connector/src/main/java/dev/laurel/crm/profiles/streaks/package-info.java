/** Ends the streaks of which nobody tells that they have ended. */
@NullMarked
package dev.laurel.crm.profiles.streaks;

import org.jspecify.annotations.NullMarked;
