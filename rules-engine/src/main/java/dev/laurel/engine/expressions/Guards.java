package dev.laurel.engine.expressions;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.laurel.engine.document.Problems;
import java.util.List;
import java.util.Set;

/** Asks for {@code has(…)} before every use of a field that may be absent. */
final class Guards {

    private final CheckedTree tree;
    private final Set<String> optional;
    private final Problems problems;

    Guards(CheckedTree tree, Set<String> optional, Problems problems) {
        this.tree = tree;
        this.optional = optional;
        this.problems = problems;
    }

    /** Adds a problem for every unguarded use. */
    void check(CelExpr expr, Facts facts) {
        switch (expr.getKind()) {
            case SELECT -> checkSelect(expr, facts);
            case CALL -> checkCall(expr, facts);
            default -> Paths.children(expr).forEach(child -> check(child, facts));
        }
    }

    private void checkSelect(CelExpr expr, Facts facts) {
        String path = Paths.of(expr);
        if (path != null
                && !expr.select().testOnly()
                && optional.contains(path)
                && !facts.present().contains(path)) {
            problems.add(
                    tree.problem(
                            expr,
                            "Expected a guard such as has(%s) before it is used, but %s is optional."
                                    .formatted(path, path)));
        }
        check(expr.select().operand(), facts);
    }

    private void checkCall(CelExpr expr, Facts facts) {
        List<CelExpr> args = expr.call().args();
        switch (expr.call().function()) {
            case "_&&_" -> {
                check(args.get(0), facts);
                check(args.get(1), facts.and(whenTrue(args.get(0))));
            }
            case "_||_" -> {
                check(args.get(0), facts);
                check(args.get(1), facts.and(whenFalse(args.get(0))));
            }
            case "_?_:_" -> {
                check(args.get(0), facts);
                check(args.get(1), facts.and(whenTrue(args.get(0))));
                check(args.get(2), facts.and(whenFalse(args.get(0))));
            }
            default -> Paths.children(expr).forEach(child -> check(child, facts));
        }
    }

    /** What is known where an expression is true. */
    static Facts whenTrue(CelExpr expr) {
        if (expr.getKind() == Kind.SELECT && expr.select().testOnly()) {
            String path = Paths.of(expr);
            return path == null ? Facts.NONE : new Facts(Set.of(path));
        }
        if (expr.getKind() != Kind.CALL) {
            return Facts.NONE;
        }
        List<CelExpr> args = expr.call().args();
        return switch (expr.call().function()) {
            case "!_" -> whenFalse(args.get(0));
            case "_&&_" -> whenTrue(args.get(0)).and(whenTrue(args.get(1)));
            case "_||_" -> whenTrue(args.get(0)).or(whenTrue(args.get(1)));
            default -> Facts.NONE;
        };
    }

    private static Facts whenFalse(CelExpr expr) {
        if (expr.getKind() != Kind.CALL) {
            return Facts.NONE;
        }
        List<CelExpr> args = expr.call().args();
        return switch (expr.call().function()) {
            case "!_" -> whenTrue(args.get(0));
            case "_||_" -> whenFalse(args.get(0)).and(whenFalse(args.get(1)));
            case "_&&_" -> whenFalse(args.get(0)).or(whenFalse(args.get(1)));
            default -> Facts.NONE;
        };
    }
}
