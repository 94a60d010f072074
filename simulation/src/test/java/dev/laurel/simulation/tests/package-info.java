/** Facts about tests in program documents. */
@NullMarked
package dev.laurel.simulation.tests;

import org.jspecify.annotations.NullMarked;
