/** Which programs there are, and which challenges they have. */
@NullMarked
package dev.laurel.members.program;

import org.jspecify.annotations.NullMarked;
