/** How many points a program gives at most, to all members together: never more than that. */
@NullMarked
package dev.laurel.scoring.budgets;

import org.jspecify.annotations.NullMarked;
