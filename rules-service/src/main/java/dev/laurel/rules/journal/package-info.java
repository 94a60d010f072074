/** The journal: every decision as it was made, and where each member stands with the challenges. */
@NullMarked
package dev.laurel.rules.journal;

import org.jspecify.annotations.NullMarked;
