/** What budgets give, said by those who forecast it and by those who book it. */
@NullMarked
package dev.laurel.standalone.budgets;

import org.jspecify.annotations.NullMarked;
