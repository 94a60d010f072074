/** Awards, from the decision on the topic to the answer over HTTP. */
@NullMarked
package dev.laurel.badges.awards;

import org.jspecify.annotations.NullMarked;
