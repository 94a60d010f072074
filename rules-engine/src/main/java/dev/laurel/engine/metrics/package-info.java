/** Named aggregates per member that challenges and badges refer to. */
@NullMarked
package dev.laurel.engine.metrics;

import org.jspecify.annotations.NullMarked;
