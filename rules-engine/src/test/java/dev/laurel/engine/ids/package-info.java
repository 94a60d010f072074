/** Tests of this package on its own. */
@NullMarked
package dev.laurel.engine.ids;

import org.jspecify.annotations.NullMarked;
