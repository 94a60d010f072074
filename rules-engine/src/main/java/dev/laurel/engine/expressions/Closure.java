package dev.laurel.engine.expressions;

import org.jspecify.annotations.Nullable;

/**
 * A part of an expression as plain Java: many times faster than CEL's own runtime. It knows the
 * ordinary way only: whatever else happens, it throws {@link Unusual}, and the expression is left
 * to CEL. So it never has to agree with CEL about failures.
 */
@FunctionalInterface
interface Closure {

    Object value(Frame frame);

    /** What an evaluation has besides its variables. For one evaluation. */
    final class Frame {

        private static final @Nullable Object[] NONE = {};

        final Variables variables;
        private final @Nullable Object[] locals;
        private int iterations;

        Frame(Variables variables, int locals) {
            this.variables = variables;
            this.locals = locals == 0 ? NONE : new Object[locals];
        }

        Object local(int slot) {
            Object value = locals[slot];
            if (value == null) {
                throw new Unusual();
            }
            return value;
        }

        void local(int slot, @Nullable Object value) {
            iterations++;
            if (iterations > ExpressionCompiler.MOST_ITERATIONS) {
                throw new Unusual();
            }
            locals[slot] = value;
        }
    }

    /** To be left to CEL. */
    final class Unusual extends RuntimeException {

        Unusual() {
            super("left to CEL", null, false, false);
        }
    }
}
