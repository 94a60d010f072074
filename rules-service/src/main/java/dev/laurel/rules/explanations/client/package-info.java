/** Asks other instances of this service. */
@NullMarked
package dev.laurel.rules.explanations.client;

import org.jspecify.annotations.NullMarked;
