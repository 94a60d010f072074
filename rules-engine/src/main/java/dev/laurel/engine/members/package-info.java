/** What rules may know about a member beyond what the member did. */
@NullMarked
package dev.laurel.engine.members;

import org.jspecify.annotations.NullMarked;
