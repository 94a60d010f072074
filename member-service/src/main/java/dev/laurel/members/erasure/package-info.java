/** Members who are erased: what of them goes, and how far that is. */
@NullMarked
package dev.laurel.members.erasure;

import org.jspecify.annotations.NullMarked;
