/**
 * The registry of members: what rules may know of them, and in one protected place how to reach
 * them.
 */
@NullMarked
package dev.laurel.members;

import org.jspecify.annotations.NullMarked;
