/** What happened, as the engine sees it. */
@NullMarked
package dev.laurel.engine.events;

import org.jspecify.annotations.NullMarked;
