package dev.laurel.engine.expressions;

import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.laurel.engine.document.Place;
import dev.laurel.engine.document.Problems;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compiles expressions over one vocabulary. Everything that could be known to fail is a problem
 * here, so that little is left to fail on an event.
 */
public final class ExpressionCompiler {

    private static final int MOST_CHARACTERS = 4_000;
    private static final int MOST_NODES = 500;
    private static final int DEEPEST = 32;
    static final int MOST_ITERATIONS = 10_000;
    private static final int MOST_PATTERN_INSTRUCTIONS = 500;

    private final Vocabulary vocabulary;
    private final Set<String> optionalPaths;
    private final CelCompiler compiler;
    private final CelCompiler measures;
    private final CelRuntime runtime;

    public ExpressionCompiler(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.optionalPaths = vocabulary.optionalPaths();
        Functions functions = new Functions();
        ShapeTypes types = new ShapeTypes(vocabulary.shapes());
        CelOptions options = options();
        CelCompilerBuilder builder =
                CelCompilerFactory.standardCelCompilerBuilder()
                        .setOptions(options)
                        .setTypeProvider(types)
                        .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                        .addFunctionDeclarations(functions.declarations());
        vocabulary.variables().forEach((name, shape) -> builder.addVar(name, shape.type()));
        this.compiler = builder.build();
        this.measures = builder.addFunctionDeclarations(MeasureFunctions.DECLARATIONS).build();
        this.runtime =
                CelRuntimeFactory.plannerRuntimeBuilder()
                        .setOptions(options)
                        .setTypeProvider(types)
                        .addFunctionBindings(functions.bindings())
                        .build();
    }

    private static CelOptions options() {
        return CelOptions.current()
                .enableHeterogeneousNumericComparisons(true)
                .populateMacroCalls(true)
                .maxExpressionCodePointSize(MOST_CHARACTERS)
                .maxParseExpressionNodeCount(MOST_NODES)
                .maxParseRecursionDepth(DEEPEST)
                .comprehensionMaxIterations(MOST_ITERATIONS)
                .maxRegexProgramSize(MOST_PATTERN_INSTRUCTIONS)
                .build();
    }

    /**
     * Compiles an expression, {@code null} when it has problems.
     *
     * @param kind what it has to give
     * @param known what is known where it is evaluated
     */
    public @Nullable Expression expression(
            String text, Kind kind, Facts known, Place place, Problems problems) {
        CheckedTree tree = check(compiler, text, known, place, problems);
        return tree != null && gives(tree, tree.root(), kind, problems)
                ? tree.plan(tree.root())
                : null;
    }

    /** Compiles a condition, {@code null} when it has problems. */
    public @Nullable Condition condition(String text, Place place, Problems problems) {
        CheckedTree tree = check(compiler, text, Facts.NONE, place, problems);
        if (tree == null || !gives(tree, tree.root(), Kind.CONDITION, problems)) {
            return null;
        }
        Set<String> variables = vocabulary.variables().keySet();
        List<Conjunct> conjuncts =
                Paths.conjuncts(tree.root()).stream()
                        .map(part ->
                                new Conjunct(
                                        tree.plan(part), Observations.of(part, tree, variables)))
                        .toList();
        return new Condition(conjuncts, Guards.whenTrue(tree.root()), Paths.all(tree.root()));
    }

    /** Compiles {@code count()}, {@code sum(…)} and the like. */
    public @Nullable Measurement measurement(
            String text, Facts known, Place place, Problems problems) {
        CheckedTree tree = check(measures, text, known, place, problems);
        if (tree == null) {
            return null;
        }
        CelExpr root = tree.root();
        if (!MeasureFunctions.isMeasure(root) || MeasureFunctions.nested(root)) {
            problems.add(
                    tree.problem(
                            root,
                            "Expected count(), sum(…), min(…), max(…), last(…) or distinct(…) and nothing around it, but it was %s."
                                    .formatted(tree.text(root))));
            return null;
        }
        String function = root.call().function();
        if (function.equals("count")) {
            return new Measurement.Count();
        }
        CelExpr argument = root.call().args().getFirst();
        Kind kind = function.equals("distinct") ? Kind.VALUES : Kind.NUMBER;
        return gives(tree, argument, kind, problems)
                ? MeasureFunctions.of(function, tree.plan(argument))
                : null;
    }

    private @Nullable CheckedTree check(
            CelCompiler with, String text, Facts known, Place place, Problems problems) {
        int before = problems.size();
        CelValidationResult result = with.compile(text);
        Issues issues = new Issues(vocabulary, place);
        result.getErrors().forEach(issue -> problems.add(issues.problem(issue)));
        if (result.hasError()) {
            return null;
        }
        CheckedTree tree = new CheckedTree(ast(result), runtime, vocabulary, place);
        new Guards(tree, optionalPaths, problems).check(tree.root(), known);
        new Constants(tree, problems).check(tree.root());
        Rounds.check(tree, problems);
        return problems.size() == before ? tree : null;
    }

    private static dev.cel.common.CelAbstractSyntaxTree ast(CelValidationResult result) {
        try {
            return result.getAst();
        } catch (CelValidationException impossible) {
            throw new IllegalStateException(
                    "Expected a tree where there are no errors, but there was none.", impossible);
        }
    }

    private static boolean gives(CheckedTree tree, CelExpr part, Kind kind, Problems problems) {
        CelType type = tree.type(part);
        if (kind.accepts(type)) {
            return true;
        }
        String hint =
                kind == Kind.WHOLE ? "; floor(), ceil() and round() make one of a number" : "";
        problems.add(
                tree.problem(
                        part,
                        "Expected %s, but %s is of type %s%s."
                                .formatted(kind.phrase(), tree.text(part), type.name(), hint)));
        return false;
    }
}
