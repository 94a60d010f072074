/** Tests of this package on its own. */
@NullMarked
package dev.laurel.engine.traces;

import org.jspecify.annotations.NullMarked;
