/** What the engine decided about one event for one beneficiary, and why. */
@NullMarked
package dev.laurel.engine.decisions;

import org.jspecify.annotations.NullMarked;
