/** Members, from what a caller says to what is on the topic. */
@NullMarked
package dev.laurel.members.registry;

import org.jspecify.annotations.NullMarked;
