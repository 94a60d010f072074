/** Who else can explain an event. */
@NullMarked
package dev.laurel.rules.explanations;

import org.jspecify.annotations.NullMarked;
