/** Evaluation: every event is decided, for every beneficiary, by the program in force. */
@NullMarked
package dev.laurel.rules.evaluation;

import org.jspecify.annotations.NullMarked;
