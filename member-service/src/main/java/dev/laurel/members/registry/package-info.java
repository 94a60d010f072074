/** Members, what a caller may say about them, and what that changes. */
@NullMarked
package dev.laurel.members.registry;

import org.jspecify.annotations.NullMarked;
