/** Channels, such as the web or a shop, by which points are counted. */
@NullMarked
package dev.laurel.engine.channels;

import org.jspecify.annotations.NullMarked;
