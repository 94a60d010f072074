/** What the operator and the command line ask the service itself. */
@NullMarked
package dev.laurel.badges.status;

import org.jspecify.annotations.NullMarked;
