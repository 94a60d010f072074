/** Who is among the first to complete a challenge, and what they get for it. */
@NullMarked
package dev.laurel.engine.winners;

import org.jspecify.annotations.NullMarked;
