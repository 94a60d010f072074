/** Published program versions. */
@NullMarked
package dev.laurel.contracts.programs;

import org.jspecify.annotations.NullMarked;
