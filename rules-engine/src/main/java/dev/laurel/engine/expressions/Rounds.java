package dev.laurel.engine.expressions;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.laurel.engine.document.Problems;

/** How often the loops of an expression go round, as far as can be told without an event. */
final class Rounds {

    /** Items of a list that is not written down. */
    static final int USUAL_LIST = 50;

    private Rounds() {}

    /** Adds a problem when it is more often than an expression may on one event. */
    static void check(CheckedTree tree, Problems problems) {
        long rounds = of(tree.root());
        if (rounds > ExpressionCompiler.MOST_ITERATIONS) {
            problems.add(
                    tree.problem(
                            tree.root(),
                            "Expected loops that go round at most %,d times, but with %d items in each list of the event it would be %,d times."
                                    .formatted(
                                            ExpressionCompiler.MOST_ITERATIONS,
                                            USUAL_LIST,
                                            rounds)));
        }
    }

    static long of(CelExpr expr) {
        if (expr.getKind() != Kind.COMPREHENSION) {
            return Paths.children(expr).stream().mapToLong(Rounds::of).reduce(0, Rounds::sum);
        }
        var loop = expr.comprehension();
        long once = sum(1, sum(of(loop.loopCondition()), of(loop.loopStep())));
        long rounds = product(size(loop.iterRange()), once);
        return sum(of(loop.iterRange()), sum(rounds, of(loop.result())));
    }

    /** What a filter or a map gives has at most as many items as what it goes through. */
    private static long size(CelExpr range) {
        return switch (range.getKind()) {
            case LIST -> range.list().elements().size();
            case MAP -> range.map().entries().size();
            case COMPREHENSION -> size(range.comprehension().iterRange());
            case CONSTANT, IDENT, SELECT, CALL, STRUCT, NOT_SET -> USUAL_LIST;
        };
    }

    private static long sum(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }

    private static long product(long a, long b) {
        return a != 0 && b > Long.MAX_VALUE / a ? Long.MAX_VALUE : a * b;
    }
}
