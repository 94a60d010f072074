package dev.laurel.engine.expressions;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSource;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelUnparserFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.laurel.engine.document.Place;
import dev.laurel.engine.document.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A type-checked syntax tree, of which parts can be planned on their own.
 *
 * @param ast the whole tree
 * @param runtime what plans it
 * @param vocabulary what its variables are
 * @param place where its text is in the document
 */
record CheckedTree(
        CelAbstractSyntaxTree ast, CelRuntime runtime, Vocabulary vocabulary, Place place) {

    CelExpr root() {
        return ast.getExpr();
    }

    CelType type(CelExpr part) {
        return ast.getType(part.id()).orElse(SimpleType.DYN);
    }

    /** A part in its own words, normally formatted. */
    String text(CelExpr part) {
        return CelUnparserFactory.newUnparser().unparse(part(part));
    }

    Expression plan(CelExpr part) {
        return plan(part, text(part));
    }

    /** Plans a part under a name of its own. */
    Expression plan(CelExpr part, String text) {
        try {
            return new Expression(
                    text,
                    runtime.createProgram(part(part)),
                    Closures.of(part, this, vocabulary),
                    Paths.all(part));
        } catch (CelEvaluationException e) {
            throw new IllegalStateException(
                    "Expected a checked expression to be plannable, but '%s' was not."
                            .formatted(text),
                    e);
        }
    }

    /** What a part gives that reads no variables, {@code null} when it fails. */
    @Nullable Object constant(CelExpr part) {
        try {
            return runtime.createProgram(part(part)).eval();
        } catch (CelEvaluationException failure) {
            return null;
        }
    }

    /** A problem at the place of a part. */
    Problem problem(CelExpr part, String message) {
        return at(ast.getSource(), offset(part), message);
    }

    private Problem at(CelSource source, int offset, String message) {
        return source.getOffsetLocation(offset)
                .map(spot ->
                        new Problem(
                                place.pointer(),
                                message,
                                null,
                                spot.getLine(),
                                spot.getColumn() + 1))
                .orElseGet(() -> new Problem(place.pointer(), message, null, null, null));
    }

    /** Where a part begins: calls and selections have the position of their operator. */
    private int offset(CelExpr part) {
        int own = ast.getSource().getPositionsMap().getOrDefault(part.id(), 0);
        return switch (part.getKind()) {
            case SELECT -> Math.min(own, offset(part.select().operand()));
            case CALL ->
                    part.call().target().map(target -> Math.min(own, offset(target))).orElse(own);
            default -> own;
        };
    }

    private CelAbstractSyntaxTree part(CelExpr part) {
        return CelAbstractSyntaxTree.newCheckedAst(
                part, ast.getSource(), ast.getReferenceMap(), ast.getTypeMap());
    }
}
