/**
 * What tier a member has on a day, as a function of the points of each day; for who books and who
 * simulates.
 */
@NullMarked
package dev.laurel.tiers;

import org.jspecify.annotations.NullMarked;
