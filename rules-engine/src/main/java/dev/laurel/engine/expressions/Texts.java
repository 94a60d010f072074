package dev.laurel.engine.expressions;

import dev.laurel.engine.expressions.Closure.Unusual;
import org.jspecify.annotations.Nullable;

/** CEL's functions of texts, and its conversions of what has one plain way to be converted. */
final class Texts {

    private Texts() {}

    /** A function of two texts, {@code null} for those that are left to CEL. */
    static Arithmetic.@Nullable Operator operator(String function) {
        return switch (function) {
            case "startsWith" -> (text, part) -> text(text).startsWith(text(part));
            case "endsWith" -> (text, part) -> text(text).endsWith(text(part));
            case "contains" -> (text, part) -> text(text).contains(text(part));
            default -> null;
        };
    }

    /** A conversion, {@code null} for those that are left to CEL. */
    static Arithmetic.@Nullable Function conversion(String function) {
        return switch (function) {
            case "string" -> Texts::toText;
            case "int" -> Texts::toWhole;
            case "double" -> Texts::toFraction;
            default -> null;
        };
    }

    private static String text(Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new Unusual();
    }

    private static Object toText(Object value) {
        return switch (value) {
            case String text -> text;
            case Long whole -> whole.toString();
            default -> throw new Unusual();
        };
    }

    private static Object toWhole(Object value) {
        return switch (value) {
            case Long whole -> whole;
            case Double number when Math.abs(number) < 0x1p62 -> number.longValue();
            default -> throw new Unusual();
        };
    }

    private static Object toFraction(Object value) {
        return switch (value) {
            case Double number -> number;
            case Long whole -> whole.doubleValue();
            default -> throw new Unusual();
        };
    }
}
