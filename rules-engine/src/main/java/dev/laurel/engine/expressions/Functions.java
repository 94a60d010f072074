package dev.laurel.engine.expressions;

import static dev.cel.common.CelFunctionDecl.newFunctionDeclaration;
import static dev.cel.common.CelOverloadDecl.newGlobalOverload;

import com.google.errorprone.annotations.Immutable;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.exceptions.CelNumericOverflowException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What expressions can call besides CEL's standard functions: rounding to whole numbers, abs, min
 * and max, and arithmetic of a whole number with a fraction. Nothing here can multiply sizes.
 */
final class Functions {

    /** Metres between two places. */
    static final String GEO_DISTANCE = "geo.distance";

    /** Whether a place is within so many metres of another one. */
    static final String GEO_WITHIN = "geo.within";

    private static final CelType INT = SimpleType.INT;
    private static final CelType DOUBLE = SimpleType.DOUBLE;

    private final List<CelFunctionDecl> declarations = new ArrayList<>();
    private final List<CelFunctionBinding> bindings = new ArrayList<>();

    Functions() {
        rounding("floor", Math::floor);
        rounding("ceil", Math::ceil);
        rounding("round", Functions::halfAwayFromZero);
        abs();
        choosing("min", Math::min, Math::min);
        choosing("max", Math::max, Math::max);
        places();
        mixed("_+_", "add", Double::sum);
        mixed("_-_", "subtract", (a, b) -> a - b);
        mixed("_*_", "multiply", (a, b) -> a * b);
        mixed("_/_", "divide", (a, b) -> a / b);
    }

    List<CelFunctionDecl> declarations() {
        return declarations;
    }

    List<CelFunctionBinding> bindings() {
        return bindings;
    }

    /** Names that people can call, with CEL's own, for suggestions. */
    static List<String> names() {
        return List.of(
                "floor",
                "ceil",
                "round",
                "abs",
                "min",
                "max",
                GEO_DISTANCE,
                GEO_WITHIN,
                "size",
                "has",
                "int",
                "double",
                "string",
                "bool",
                "timestamp",
                "duration",
                "matches",
                "contains",
                "startsWith",
                "endsWith",
                "getDayOfWeek",
                "getHours",
                "getMonth",
                "getFullYear",
                "getDate",
                "getDayOfMonth",
                "getDayOfYear",
                "getMinutes",
                "map",
                "filter",
                "all",
                "exists",
                "exists_one");
    }

    private void rounding(String name, Rounding rounding) {
        declarations.add(
                newFunctionDeclaration(
                        name,
                        newGlobalOverload(name + "_double", INT, DOUBLE),
                        newGlobalOverload(name + "_int", INT, INT)));
        bindings.addAll(
                CelFunctionBinding.fromOverloads(
                        name,
                        CelFunctionBinding.from(
                                name + "_double",
                                Double.class,
                                value -> whole(name, rounding.round(value))),
                        CelFunctionBinding.from(name + "_int", Long.class, value -> value)));
    }

    private void abs() {
        declarations.add(
                newFunctionDeclaration(
                        "abs",
                        newGlobalOverload("abs_double", DOUBLE, DOUBLE),
                        newGlobalOverload("abs_int", INT, INT)));
        bindings.addAll(
                CelFunctionBinding.fromOverloads(
                        "abs",
                        CelFunctionBinding.from("abs_double", Double.class, Math::abs),
                        CelFunctionBinding.from("abs_int", Long.class, Math::absExact)));
    }

    private void choosing(String name, OfInts ofInts, OfDoubles ofDoubles) {
        declarations.add(
                newFunctionDeclaration(
                        name,
                        newGlobalOverload(name + "_int_int", INT, INT, INT),
                        newGlobalOverload(name + "_double_double", DOUBLE, DOUBLE, DOUBLE),
                        newGlobalOverload(name + "_int_double", DOUBLE, INT, DOUBLE),
                        newGlobalOverload(name + "_double_int", DOUBLE, DOUBLE, INT)));
        List<CelFunctionBinding> overloads = new ArrayList<>(mixedBindings(name, ofDoubles));
        overloads.add(
                CelFunctionBinding.from(
                        name + "_int_int", Long.class, Long.class, (a, b) -> ofInts.apply(a, b)));
        overloads.add(
                CelFunctionBinding.from(
                        name + "_double_double",
                        Double.class,
                        Double.class,
                        (a, b) -> ofDoubles.apply(a, b)));
        bindings.addAll(CelFunctionBinding.fromOverloads(name, overloads));
    }

    private void places() {
        List<CelType> four = List.of(DOUBLE, DOUBLE, DOUBLE, DOUBLE);
        declarations.add(
                newFunctionDeclaration(
                        GEO_DISTANCE, newGlobalOverload("geo_distance", DOUBLE, four)));
        declarations.add(
                newFunctionDeclaration(
                        GEO_WITHIN,
                        newGlobalOverload(
                                "geo_within_double",
                                SimpleType.BOOL,
                                List.of(DOUBLE, DOUBLE, DOUBLE, DOUBLE, DOUBLE)),
                        newGlobalOverload(
                                "geo_within_int",
                                SimpleType.BOOL,
                                List.of(DOUBLE, DOUBLE, DOUBLE, DOUBLE, INT))));
        List<Class<?>> doubles = List.of(Double.class, Double.class, Double.class, Double.class);
        bindings.addAll(
                CelFunctionBinding.fromOverloads(
                        GEO_DISTANCE,
                        CelFunctionBinding.from("geo_distance", doubles, Functions::distance)));
        bindings.addAll(
                CelFunctionBinding.fromOverloads(
                        GEO_WITHIN, within("double", Double.class), within("int", Long.class)));
    }

    private static CelFunctionBinding within(String overload, Class<?> metres) {
        return CelFunctionBinding.from(
                "geo_within_" + overload,
                List.of(Double.class, Double.class, Double.class, Double.class, metres),
                args -> distance(args) <= ((Number) args[4]).doubleValue());
    }

    private static double distance(Object[] args) {
        return Geography.distance(
                (Double) args[0], (Double) args[1], (Double) args[2], (Double) args[3]);
    }

    private void mixed(String operator, String name, OfDoubles operation) {
        declarations.add(
                newFunctionDeclaration(
                        operator,
                        newGlobalOverload(name + "_int_double", DOUBLE, INT, DOUBLE),
                        newGlobalOverload(name + "_double_int", DOUBLE, DOUBLE, INT)));
        bindings.addAll(CelFunctionBinding.fromOverloads(operator, mixedBindings(name, operation)));
    }

    private static List<CelFunctionBinding> mixedBindings(String name, OfDoubles operation) {
        return List.of(
                CelFunctionBinding.from(
                        name + "_int_double",
                        Long.class,
                        Double.class,
                        (a, b) -> operation.apply(a, b)),
                CelFunctionBinding.from(
                        name + "_double_int",
                        Double.class,
                        Long.class,
                        (a, b) -> operation.apply(a, b)));
    }

    static double halfAwayFromZero(double value) {
        double floor = Math.floor(Math.abs(value));
        double rounded = Math.abs(value) - floor >= 0.5 ? floor + 1 : floor;
        return Math.copySign(rounded, value);
    }

    private static long whole(String function, double value) {
        if (Double.isNaN(value) || Math.abs(value) >= 0x1p63) {
            throw new CelNumericOverflowException(
                    "%s(%s) is no whole number of 64 bits".formatted(function, value));
        }
        return (long) value;
    }

    @Immutable
    private interface Rounding {
        double round(double value);
    }

    @Immutable
    private interface OfInts {
        long apply(long a, long b);
    }

    @Immutable
    private interface OfDoubles {
        double apply(double a, double b);
    }

    /** Operators by their names in the syntax tree. */
    static final Map<String, String> OPERATORS =
            Map.ofEntries(
                    Map.entry("_==_", "=="),
                    Map.entry("_!=_", "!="),
                    Map.entry("_<_", "<"),
                    Map.entry("_<=_", "<="),
                    Map.entry("_>_", ">"),
                    Map.entry("_>=_", ">="),
                    Map.entry("@in", "in"),
                    Map.entry("_+_", "+"),
                    Map.entry("_-_", "-"),
                    Map.entry("_*_", "*"),
                    Map.entry("_/_", "/"),
                    Map.entry("_%_", "%"),
                    Map.entry("_&&_", "&&"),
                    Map.entry("_||_", "||"),
                    Map.entry("!_", "!"),
                    Map.entry("-_", "-"),
                    Map.entry("_?_:_", "? :"),
                    Map.entry("_[_]", "[ ]"));
}
