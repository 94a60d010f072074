/** Tests of this package on its own. */
@NullMarked
package dev.laurel.engine.document;

import org.jspecify.annotations.NullMarked;
