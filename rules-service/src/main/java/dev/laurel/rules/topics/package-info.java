/** The topics that the service needs, and what it knows of them. */
@NullMarked
package dev.laurel.rules.topics;

import org.jspecify.annotations.NullMarked;
