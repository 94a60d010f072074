@NullMarked
package dev.laurel.engine.shares;

import org.jspecify.annotations.NullMarked;
