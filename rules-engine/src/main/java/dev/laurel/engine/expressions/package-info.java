/**
 * CEL expressions of a program: compiled once with all their problems, evaluated for each event.
 */
@NullMarked
package dev.laurel.engine.expressions;

import org.jspecify.annotations.NullMarked;
