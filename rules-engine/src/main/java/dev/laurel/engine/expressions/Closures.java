package dev.laurel.engine.expressions;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.laurel.engine.expressions.Closure.Unusual;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes closures of checked expressions, {@code null} of parts that are left to CEL. */
final class Closures {

    private final CheckedTree tree;
    private final Map<String, ObjectShape> shapesByType = new HashMap<>();
    private final Set<String> variables;
    private final Map<String, Integer> locals = new HashMap<>();
    private int mostLocals;

    private Closures(CheckedTree tree, Vocabulary vocabulary) {
        this.tree = tree;
        this.variables = vocabulary.variables().keySet();
        vocabulary.shapes().forEach(shape -> shapesByType.put(shape.type().name(), shape));
    }

    /** An expression as a closure with the number of its locals. */
    record Whole(Closure closure, int locals) {}

    static @Nullable Whole of(CelExpr expr, CheckedTree tree, Vocabulary vocabulary) {
        Closures closures = new Closures(tree, vocabulary);
        Closure closure = closures.compile(expr);
        return closure == null ? null : new Whole(closure, closures.mostLocals);
    }

    private @Nullable Closure compile(CelExpr expr) {
        return switch (expr.getKind()) {
            case CONSTANT -> constant(expr.constant());
            case IDENT -> ident(expr.ident().name());
            case SELECT -> select(expr);
            case CALL -> call(expr);
            case COMPREHENSION -> comprehension(expr);
            case LIST -> list(expr);
            case STRUCT, MAP, NOT_SET -> null;
        };
    }

    private static @Nullable Closure constant(CelConstant constant) {
        Object value =
                switch (constant.getKind()) {
                    case INT64_VALUE -> constant.int64Value();
                    case DOUBLE_VALUE -> constant.doubleValue();
                    case STRING_VALUE -> constant.stringValue();
                    case BOOLEAN_VALUE -> constant.booleanValue();
                    default -> null;
                };
        return value == null ? null : frame -> value;
    }

    private @Nullable Closure ident(String name) {
        Integer slot = locals.get(name);
        if (slot != null) {
            return frame -> present(JsonValues.shallow(frame.local(slot)));
        }
        Variables.Getter variable = variables.contains(name) ? Variables.getter(name) : null;
        return variable == null ? null : frame -> present(variable.from(frame.variables));
    }

    private @Nullable Closure select(CelExpr expr) {
        CelExpr operand = expr.select().operand();
        Closure object = compile(operand);
        if (object == null) {
            return null;
        }
        String field = expr.select().field();
        ObjectShape shape = shapesByType.get(tree.type(operand).name());
        if (shape != null) {
            int slot = shape.slot(field);
            return expr.select().testOnly()
                    ? frame -> ((ObjectValue) object.value(frame)).at(slot) != null
                    : frame -> present(((ObjectValue) object.value(frame)).at(slot));
        }
        return expr.select().testOnly()
                ? frame -> map(object.value(frame)).containsKey(field)
                : frame -> present(JsonValues.shallow(map(object.value(frame)).get(field)));
    }

    private static Map<?, ?> map(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new Unusual();
    }

    private static Object present(@Nullable Object value) {
        if (value == null) {
            throw new Unusual();
        }
        return value;
    }

    /** A list written down. */
    private @Nullable Closure list(CelExpr expr) {
        if (!expr.list().optionalIndices().isEmpty()) {
            return null;
        }
        List<Closure> elements = new ArrayList<>();
        for (CelExpr element : expr.list().elements()) {
            Closure closure = compile(element);
            if (closure == null) {
                return null;
            }
            elements.add(closure);
        }
        return frame -> {
            List<Object> values = new ArrayList<>(elements.size());
            for (Closure element : elements) {
                values.add(element.value(frame));
            }
            return values;
        };
    }

    /** A time written down, such as {@code timestamp('2026-12-24T00:00:00Z')}. */
    private @Nullable Closure time(CelExpr call) {
        CelExpr text = call.call().args().getFirst();
        if (text.getKind() != ExprKind.Kind.CONSTANT) {
            return null;
        }
        Object value = tree.constant(call);
        return value instanceof Instant ? frame -> value : null;
    }

    private @Nullable Closure call(CelExpr expr) {
        String function = expr.call().function();
        if (function.equals("timestamp")) {
            return time(expr);
        }
        if (function.equals("@in")) {
            return in(expr);
        }
        List<CelExpr> parts = Paths.children(expr);
        List<Closure> args = new ArrayList<>();
        for (CelExpr part : parts) {
            Closure arg = compile(part);
            if (arg == null) {
                return null;
            }
            args.add(arg);
        }
        return switch (args.size()) {
            case 1 -> unary(function, args.getFirst());
            case 2 -> binary(function, args.get(0), args.get(1));
            case 3 -> function.equals("_?_:_") ? choice(args) : null;
            case 4 -> function.equals(Functions.GEO_DISTANCE) ? Geography.distance(args) : null;
            case 5 -> function.equals(Functions.GEO_WITHIN) ? Geography.within(args) : null;
            default -> null;
        };
    }

    private static @Nullable Closure unary(String name, Closure arg) {
        Arithmetic.Function function =
                first(Arithmetic.function(name), Texts.conversion(name), Timestamps.function(name));
        return function == null ? null : frame -> function.apply(arg.value(frame));
    }

    @SafeVarargs
    private static <T> @Nullable T first(@Nullable T... candidates) {
        for (T candidate : candidates) {
            if (candidate != null) {
                return candidate;
            }
        }
        return null;
    }

    private static @Nullable Closure binary(String name, Closure a, Closure b) {
        return switch (name) {
            case "_&&_" ->
                    frame -> Arithmetic.truth(a.value(frame)) && Arithmetic.truth(b.value(frame));
            case "_||_" ->
                    frame -> Arithmetic.truth(a.value(frame)) || Arithmetic.truth(b.value(frame));
            default -> {
                Arithmetic.Operator operator =
                        first(
                                Arithmetic.operator(name),
                                Texts.operator(name),
                                Timestamps.operator(name));
                yield operator == null
                        ? null
                        : frame -> operator.apply(a.value(frame), b.value(frame));
            }
        };
    }

    private static Closure choice(List<Closure> args) {
        Closure condition = args.get(0);
        Closure whenTrue = args.get(1);
        Closure whenFalse = args.get(2);
        return frame ->
                Arithmetic.truth(condition.value(frame))
                        ? whenTrue.value(frame)
                        : whenFalse.value(frame);
    }

    private @Nullable Closure in(CelExpr expr) {
        Closure value = compile(expr.call().args().get(0));
        CelExpr range = expr.call().args().get(1);
        Closure constants = range.getKind() == ExprKind.Kind.LIST ? constants(range) : null;
        Closure list = constants == null ? compile(range) : constants;
        return value == null || list == null
                ? null
                : frame -> Arithmetic.contains(list(list.value(frame)), value.value(frame));
    }

    private static @Nullable Closure constants(CelExpr list) {
        List<Object> values = new ArrayList<>();
        for (CelExpr element : list.list().elements()) {
            Closure constant =
                    element.getKind() == ExprKind.Kind.CONSTANT
                            ? constant(element.constant())
                            : null;
            if (constant == null) {
                return null;
            }
            values.add(constant.value(NO_FRAME));
        }
        return frame -> values;
    }

    private static final Closure.Frame NO_FRAME = new Closure.Frame(Variables.none(), 0);

    private static List<?> list(Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new Unusual();
    }

    private @Nullable Closure comprehension(CelExpr expr) {
        Macro macro = Macro.of(expr, tree.ast().getSource());
        Closure range = compile(expr.comprehension().iterRange());
        if (macro == null || range == null) {
            return null;
        }
        String variable = expr.comprehension().iterVar();
        int slot = locals.size();
        if (locals.putIfAbsent(variable, slot) != null) {
            return null;
        }
        mostLocals = Math.max(mostLocals, locals.size());
        Closure body = compile(macro.body());
        locals.remove(variable);
        if (body == null) {
            return null;
        }
        return switch (macro.kind()) {
            case MAP -> frame -> Loops.map(list(range.value(frame)), slot, body, frame);
            case FILTER -> frame -> Loops.filter(list(range.value(frame)), slot, body, frame);
            case EXISTS -> frame -> Loops.exists(list(range.value(frame)), slot, body, frame);
            case ALL -> frame -> Loops.all(list(range.value(frame)), slot, body, frame);
        };
    }
}
