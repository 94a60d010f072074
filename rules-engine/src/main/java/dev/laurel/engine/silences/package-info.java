/** Events that tell of members who have not been active for some time. */
@NullMarked
package dev.laurel.engine.silences;

import org.jspecify.annotations.NullMarked;
