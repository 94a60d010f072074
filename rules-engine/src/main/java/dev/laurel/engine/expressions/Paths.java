package dev.laurel.engine.expressions;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds field paths and parts in syntax trees. */
final class Paths {

    private Paths() {}

    /** {@code event.data.amount} for that selection, {@code null} for anything else. */
    static @Nullable String of(CelExpr expr) {
        return switch (expr.getKind()) {
            case IDENT -> expr.ident().name();
            case SELECT -> {
                String operand = of(expr.select().operand());
                yield operand == null ? null : operand + "." + expr.select().field();
            }
            default -> null;
        };
    }

    /** The conjuncts of a condition, in order. */
    static List<CelExpr> conjuncts(CelExpr expr) {
        if (!isCall(expr, "_&&_")) {
            return List.of(expr);
        }
        List<CelExpr> conjuncts = new ArrayList<>();
        expr.call().args().forEach(part -> conjuncts.addAll(conjuncts(part)));
        return conjuncts;
    }

    /** All field paths below. */
    static Set<String> all(CelExpr expr) {
        String path = of(expr);
        if (path != null) {
            return Set.of(path);
        }
        Set<String> paths = new HashSet<>();
        children(expr).forEach(child -> paths.addAll(all(child)));
        return paths;
    }

    static boolean isCall(CelExpr expr, String function) {
        return expr.getKind() == Kind.CALL && expr.call().function().equals(function);
    }

    /** The parts directly below, in order. */
    static List<CelExpr> children(CelExpr expr) {
        return switch (expr.getKind()) {
            case SELECT -> List.of(expr.select().operand());
            case CALL -> {
                List<CelExpr> parts = new ArrayList<>();
                expr.call().target().ifPresent(parts::add);
                parts.addAll(expr.call().args());
                yield parts;
            }
            case LIST -> expr.list().elements();
            case MAP ->
                    expr.map().entries().stream()
                            .flatMap(e -> java.util.stream.Stream.of(e.key(), e.value()))
                            .toList();
            case STRUCT -> expr.struct().entries().stream().map(e -> e.value()).toList();
            case COMPREHENSION ->
                    List.of(
                            expr.comprehension().iterRange(),
                            expr.comprehension().accuInit(),
                            expr.comprehension().loopCondition(),
                            expr.comprehension().loopStep(),
                            expr.comprehension().result());
            case CONSTANT, IDENT, NOT_SET -> List.of();
        };
    }
}
