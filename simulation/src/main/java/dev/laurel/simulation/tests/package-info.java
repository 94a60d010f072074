/** Tests that a program document carries: given these events, expect that outcome. */
@NullMarked
package dev.laurel.simulation.tests;

import org.jspecify.annotations.NullMarked;
