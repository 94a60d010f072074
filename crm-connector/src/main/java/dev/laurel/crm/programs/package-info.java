/** Knows which programs there are. */
@NullMarked
package dev.laurel.crm.programs;

import org.jspecify.annotations.NullMarked;
