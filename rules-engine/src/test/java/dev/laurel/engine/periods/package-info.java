/** Tests of this package on its own. */
@NullMarked
package dev.laurel.engine.periods;

import org.jspecify.annotations.NullMarked;
