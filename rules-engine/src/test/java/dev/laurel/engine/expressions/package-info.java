/** Tests of this package on its own. */
@NullMarked
package dev.laurel.engine.expressions;

import org.jspecify.annotations.NullMarked;
