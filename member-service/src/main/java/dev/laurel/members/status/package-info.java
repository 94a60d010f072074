/** What waits in this service. */
@NullMarked
package dev.laurel.members.status;

import org.jspecify.annotations.NullMarked;
