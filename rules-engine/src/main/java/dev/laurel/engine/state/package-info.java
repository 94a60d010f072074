/**
 * What is kept about a member between events: metric, limit, challenge and badge cells, as small
 * immutable data.
 */
@NullMarked
package dev.laurel.engine.state;

import org.jspecify.annotations.NullMarked;
