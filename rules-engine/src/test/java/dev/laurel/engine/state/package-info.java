/** Tests of this package on its own. */
@NullMarked
package dev.laurel.engine.state;

import org.jspecify.annotations.NullMarked;
