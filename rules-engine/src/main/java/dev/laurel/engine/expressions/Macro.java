package dev.laurel.engine.expressions;

import dev.cel.common.CelSource;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind;
import org.jspecify.annotations.Nullable;

/**
 * A macro over a list, recognised in what CEL has expanded it to.
 *
 * @param body what is evaluated for each element
 */
record Macro(Kind kind, CelExpr body) {

    enum Kind {
        MAP,
        FILTER,
        EXISTS,
        ALL
    }

    /** The macro behind a comprehension, {@code null} when it is another one. */
    static @Nullable Macro of(CelExpr comprehension, CelSource source) {
        CelExpr call = source.getMacroCalls().get(comprehension.id());
        if (call == null
                || call.getKind() != ExprKind.Kind.CALL
                || call.call().args().size() != 2) {
            return null;
        }
        CelExpr step = comprehension.comprehension().loopStep();
        return switch (call.call().function()) {
            case "exists" -> arg(Kind.EXISTS, step, "_||_", 1);
            case "all" -> arg(Kind.ALL, step, "_&&_", 1);
            case "filter" -> arg(Kind.FILTER, step, "_?_:_", 0);
            case "map" -> {
                Macro added = arg(Kind.MAP, step, "_+_", 1);
                yield added == null || added.body.getKind() != ExprKind.Kind.LIST
                        ? null
                        : new Macro(Kind.MAP, added.body.list().elements().getFirst());
            }
            default -> null;
        };
    }

    private static @Nullable Macro arg(Kind kind, CelExpr step, String function, int index) {
        return Paths.isCall(step, function) ? new Macro(kind, step.call().args().get(index)) : null;
    }
}
