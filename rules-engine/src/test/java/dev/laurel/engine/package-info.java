/** The engine as its hosts use it. */
@NullMarked
package dev.laurel.engine;

import org.jspecify.annotations.NullMarked;
