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

    static final Set<String> NAMES = Set.of("count", "sum", "distinct");

    static final List<CelFunctionDecl> DECLARATIONS =
            List.of(
                    newFunctionDeclaration(
                            "count", newGlobalOverload("count", SimpleType.DOUBLE, List.of())),
                    newFunctionDeclaration(
                            "sum", newGlobalOverload("sum", SimpleType.DOUBLE, SimpleType.DYN)),
                    newFunctionDeclaration(
                            "distinct",
                            newGlobalOverload("distinct", SimpleType.DOUBLE, SimpleType.DYN)));

    private MeasureFunctions() {}

    /** Whether one of them is used below a call. */
    static boolean nested(CelExpr call) {
        return Paths.children(call).stream().anyMatch(part -> isMeasure(part) || nested(part));
    }

    private static boolean isMeasure(CelExpr expr) {
        return expr.getKind() == Kind.CALL && NAMES.contains(expr.call().function());
    }
}
