/** How many points a program gives at most, to all members together. */
@NullMarked
package dev.laurel.engine.budgets;

import org.jspecify.annotations.NullMarked;
