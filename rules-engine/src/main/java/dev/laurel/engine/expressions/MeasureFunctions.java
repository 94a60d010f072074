package dev.laurel.engine.expressions;

import static dev.cel.common.CelFunctionDecl.newFunctionDeclaration;
import static dev.cel.common.CelOverloadDecl.newGlobalOverload;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.types.SimpleType;
import java.util.List;
import java.util.Set;

/** The functions that a metric's value begins with. They are read, never called. */
final class MeasureFunctions {

    private static final Set<String> NAMES =
            Set.of("count", "sum", "distinct", "min", "max", "last");

    static final List<CelFunctionDecl> DECLARATIONS =
            List.of(
                    newFunctionDeclaration(
                            "count", newGlobalOverload("count", SimpleType.DOUBLE, List.of())),
                    newFunctionDeclaration(
                            "sum", newGlobalOverload("sum", SimpleType.DOUBLE, SimpleType.DYN)),
                    newFunctionDeclaration(
                            "distinct",
                            newGlobalOverload("distinct", SimpleType.DOUBLE, SimpleType.DYN)),
                    newFunctionDeclaration(
                            "min", newGlobalOverload("min_of", SimpleType.DOUBLE, SimpleType.DYN)),
                    newFunctionDeclaration(
                            "max", newGlobalOverload("max_of", SimpleType.DOUBLE, SimpleType.DYN)),
                    newFunctionDeclaration(
                            "last", newGlobalOverload("last", SimpleType.DOUBLE, SimpleType.DYN)));

    private MeasureFunctions() {}

    /** Whether one of them is used below a call. */
    static boolean nested(CelExpr call) {
        return Paths.children(call).stream().anyMatch(part -> isMeasure(part) || nested(part));
    }

    /** Whether it is one of them; {@code min} and {@code max} of two values are functions. */
    static boolean isMeasure(CelExpr expr) {
        return expr.getKind() == Kind.CALL
                && NAMES.contains(expr.call().function())
                && expr.call().args().size() < 2;
    }

    /** What one of them measures. */
    static Measurement of(String function, Expression value) {
        return switch (function) {
            case "sum" -> new Measurement.Sum(value);
            case "distinct" -> new Measurement.Distinct(value);
            case "min" -> new Measurement.Extreme(value, false);
            case "max" -> new Measurement.Extreme(value, true);
            case "last" -> new Measurement.Last(value);
            default ->
                    throw new IllegalArgumentException(
                            "Expected the name of a measure, but it was '%s'.".formatted(function));
        };
    }
}
