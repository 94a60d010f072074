/** Simulations over REST. */
@NullMarked
package dev.laurel.rules.simulations.web;

import org.jspecify.annotations.NullMarked;
