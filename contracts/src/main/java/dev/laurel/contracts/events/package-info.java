/** The event as it was accepted: a CloudEvent that knows its program. */
@NullMarked
package dev.laurel.contracts.events;

import org.jspecify.annotations.NullMarked;
