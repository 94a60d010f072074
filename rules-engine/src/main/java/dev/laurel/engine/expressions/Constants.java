package dev.laurel.engine.expressions;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.laurel.engine.document.Problems;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Finds what would always fail at run time: constant parts without a value, unknown zones. */
final class Constants {

    private static final Variables NOTHING = Variables.none();

    private final CheckedTree tree;
    private final Problems problems;

    Constants(CheckedTree tree, Problems problems) {
        this.tree = tree;
        this.problems = problems;
    }

    void check(CelExpr expr) {
        if (expr.getKind() == Kind.CALL && !MeasureFunctions.isMeasure(expr)) {
            checkCall(expr);
        }
        Paths.children(expr).forEach(this::check);
    }

    private void checkCall(CelExpr expr) {
        List<CelExpr> args = expr.call().args();
        if (expr.call().function().equals("matches")) {
            checkPattern(expr, args.getLast());
        } else if (expr.call().function().startsWith("get") && args.size() == 1) {
            checkZone(args.getFirst());
        } else if (Paths.children(expr).stream()
                .allMatch(part -> part.getKind() == Kind.CONSTANT)) {
            checkValue(expr, expr);
        }
    }

    private void checkPattern(CelExpr call, CelExpr pattern) {
        if (text(pattern).isEmpty()) {
            problems.add(
                    tree.problem(
                            call, "Expected a literal pattern for matches(), but it is computed."));
            return;
        }
        CelExpr onNothing =
                CelExpr.ofCall(
                        call.id(),
                        Optional.empty(),
                        "matches",
                        com.google.common.collect.ImmutableList.of(pattern, pattern));
        checkValue(call, onNothing);
    }

    private void checkValue(CelExpr where, CelExpr constant) {
        try {
            tree.plan(constant, tree.text(where)).value(NOTHING);
        } catch (ExpressionFailure failure) {
            problems.add(tree.problem(where, String.valueOf(failure.getMessage())));
        }
    }

    private void checkZone(CelExpr zone) {
        text(zone)
                .filter(name -> !isZone(name))
                .ifPresent(name ->
                        problems.add(
                                tree.problem(
                                        zone,
                                        "Expected a time zone such as 'Europe/London', but it was '%s'."
                                                .formatted(name))));
    }

    private static boolean isZone(String name) {
        try {
            ZoneId.of(name);
            return true;
        } catch (DateTimeException unknown) {
            // CEL takes offsets without a sign as well.
            return name.matches("[+-]?\\d{2}:\\d{2}");
        }
    }

    private static Optional<String> text(CelExpr expr) {
        return expr.getKind() == Kind.CONSTANT
                        && expr.constant().getKind() == CelConstant.Kind.STRING_VALUE
                ? Optional.of(expr.constant().stringValue())
                : Optional.empty();
    }
}
