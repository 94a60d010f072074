package dev.laurel.engine.expressions;

import dev.laurel.engine.expressions.Closure.Unusual;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** CEL's operators on values that are as they should be; anything else is left to CEL. */
final class Arithmetic {

    /** Up to here every whole number has a double of its own. */
    private static final long EXACT = 1L << 53;

    private Arithmetic() {}

    /** An operator on two values, {@code null} for those that are left to CEL. */
    static @Nullable Operator operator(String function) {
        return switch (function) {
            case "_==_" -> Arithmetic::equal;
            case "_!=_" -> (a, b) -> !equal(a, b);
            case "_<_" -> (a, b) -> compare(a, b) < 0;
            case "_<=_" -> (a, b) -> compare(a, b) <= 0;
            case "_>_" -> (a, b) -> compare(a, b) > 0;
            case "_>=_" -> (a, b) -> compare(a, b) >= 0;
            case "_+_" ->
                    (a, b) ->
                            areWhole(a, b)
                                    ? (Object) Math.addExact((Long) a, (Long) b)
                                    : (Object) (number(a) + number(b));
            case "_-_" ->
                    (a, b) ->
                            areWhole(a, b)
                                    ? (Object) Math.subtractExact((Long) a, (Long) b)
                                    : (Object) (number(a) - number(b));
            case "_*_" ->
                    (a, b) ->
                            areWhole(a, b)
                                    ? (Object) Math.multiplyExact((Long) a, (Long) b)
                                    : (Object) (number(a) * number(b));
            case "_/_" ->
                    (a, b) ->
                            areWhole(a, b)
                                    ? (Object) Math.divideExact((Long) a, (Long) b)
                                    : (Object) (number(a) / number(b));
            case "min" -> (a, b) -> least(a, b, true);
            case "max" -> (a, b) -> least(a, b, false);
            default -> null;
        };
    }

    /** A function of one value, {@code null} for those that are left to CEL. */
    static @Nullable Function function(String function) {
        return switch (function) {
            case "!_" -> a -> !truth(a);
            case "-_" ->
                    a -> a instanceof Long n ? (Object) Math.negateExact(n) : (Object) (-number(a));
            case "abs" ->
                    a ->
                            a instanceof Long n
                                    ? (Object) Math.absExact(n)
                                    : (Object) Math.abs(number(a));
            case "floor" -> a -> a instanceof Long ? a : (Object) whole(Math.floor(number(a)));
            case "ceil" -> a -> a instanceof Long ? a : (Object) whole(Math.ceil(number(a)));
            case "round" ->
                    a ->
                            a instanceof Long
                                    ? a
                                    : (Object) whole(Functions.halfAwayFromZero(number(a)));
            case "size" -> Arithmetic::size;
            default -> null;
        };
    }

    /** On two values. */
    @FunctionalInterface
    interface Operator {
        Object apply(Object a, Object b);
    }

    /** On one value. */
    @FunctionalInterface
    interface Function {
        Object apply(Object a);
    }

    static boolean truth(Object value) {
        if (value instanceof Boolean truth) {
            return truth;
        }
        throw new Unusual();
    }

    static boolean equal(Object a, Object b) {
        if (a instanceof String || a instanceof Boolean) {
            if (a.getClass() == b.getClass()) {
                return a.equals(b);
            }
            throw new Unusual();
        }
        return compare(a, b) == 0;
    }

    private static int compare(Object a, Object b) {
        if (a instanceof Instant one && b instanceof Instant other) {
            return one.compareTo(other);
        }
        if (areWhole(a, b)) {
            return Long.compare((Long) a, (Long) b);
        }
        double one = exact(a);
        double other = exact(b);
        return one < other ? -1 : one == other ? 0 : 1;
    }

    private static boolean areWhole(Object a, Object b) {
        return a instanceof Long && b instanceof Long;
    }

    private static double number(Object value) {
        return switch (value) {
            case Double number -> number;
            case Long number -> number;
            default -> throw new Unusual();
        };
    }

    /** For comparisons, which are of the numbers themselves and not of their nearest doubles. */
    private static double exact(Object value) {
        return switch (value) {
            case Double number when !Double.isNaN(number) -> number;
            case Long number when number < EXACT && number > -EXACT -> number;
            default -> throw new Unusual();
        };
    }

    private static long whole(double value) {
        if (Double.isNaN(value) || Math.abs(value) >= 0x1p63) {
            throw new Unusual();
        }
        return (long) value;
    }

    private static Object least(Object a, Object b, boolean smaller) {
        if (areWhole(a, b)) {
            return smaller ? Math.min((Long) a, (Long) b) : Math.max((Long) a, (Long) b);
        }
        return smaller ? Math.min(number(a), number(b)) : Math.max(number(a), number(b));
    }

    private static Object size(Object value) {
        return switch (value) {
            case List<?> list -> (long) list.size();
            case Map<?, ?> map -> (long) map.size();
            case String text -> (long) text.codePointCount(0, text.length());
            default -> throw new Unusual();
        };
    }

    static boolean contains(Collection<?> list, Object value) {
        for (Object element : list) {
            Object other = JsonValues.shallow(element);
            if (other == null) {
                throw new Unusual();
            }
            if (equal(value, other)) {
                return true;
            }
        }
        return false;
    }
}
