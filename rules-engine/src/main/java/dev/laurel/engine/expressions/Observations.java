package dev.laurel.engine.expressions;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the parts of a condition whose values explain why it did not hold. */
final class Observations {

    private static final Set<String> COMPARISONS =
            Set.of("_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_", "@in");

    private final CheckedTree tree;
    private final Set<String> variables;
    private final Map<String, Expression> found = new LinkedHashMap<>();

    private Observations(CheckedTree tree, Set<String> variables) {
        this.tree = tree;
        this.variables = variables;
    }

    /** Both sides of a comparison, and the fields of anything else; never constants. */
    static List<Expression> of(CelExpr conjunct, CheckedTree tree, Set<String> variables) {
        Observations observations = new Observations(tree, variables);
        if (conjunct.getKind() == Kind.CALL && COMPARISONS.contains(conjunct.call().function())) {
            conjunct.call().args().forEach(observations::side);
        } else {
            observations.fields(conjunct);
        }
        return new ArrayList<>(observations.found.values());
    }

    private void side(CelExpr side) {
        if (side.getKind() == Kind.CALL && readsField(side)) {
            found.computeIfAbsent(tree.text(side), text -> tree.plan(side, text));
        } else {
            fields(side);
        }
    }

    private void fields(CelExpr expr) {
        String path = Paths.of(expr);
        if (path == null) {
            Paths.children(expr).forEach(this::fields);
        } else if (variables.contains(root(path))) {
            found.computeIfAbsent(path, text -> tree.plan(present(expr), text));
        }
    }

    private boolean readsField(CelExpr expr) {
        String path = Paths.of(expr);
        return path == null
                ? Paths.children(expr).stream().anyMatch(this::readsField)
                : variables.contains(root(path));
    }

    private static String root(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }

    /** The field itself for a test of its presence. */
    private static CelExpr present(CelExpr expr) {
        if (expr.getKind() != Kind.SELECT || !expr.select().testOnly()) {
            return expr;
        }
        return CelExpr.ofSelect(expr.id(), expr.select().operand(), expr.select().field(), false);
    }
}
