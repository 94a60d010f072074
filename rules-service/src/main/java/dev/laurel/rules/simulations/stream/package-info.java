/** What simulations read from topics: recorded events, and members as the registry knows them. */
@NullMarked
package dev.laurel.rules.simulations.stream;

import org.jspecify.annotations.NullMarked;
