package dev.laurel.engine.expressions;

import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;

/** What an expression has to give. */
public enum Kind {
    /** True or false. */
    CONDITION("true or false", ImmutableSet.of(CelKind.BOOL, CelKind.DYN)),
    /** A number without a fraction. */
    WHOLE("a whole number", ImmutableSet.of(CelKind.INT)),
    /** Any number. */
    NUMBER("a number", ImmutableSet.of(CelKind.INT, CelKind.DOUBLE, CelKind.DYN)),
    /** A text, or a whole number to be written as one. */
    ID("a text", ImmutableSet.of(CelKind.STRING, CelKind.INT, CelKind.DYN)),
    /** A value or a list of values to tell apart. */
    VALUES(
            "a value or a list of values",
            ImmutableSet.of(
                    CelKind.STRING,
                    CelKind.INT,
                    CelKind.DOUBLE,
                    CelKind.BOOL,
                    CelKind.LIST,
                    CelKind.DYN));

    private final String phrase;
    private final ImmutableSet<CelKind> accepted;

    Kind(String phrase, ImmutableSet<CelKind> accepted) {
        this.phrase = phrase;
        this.accepted = accepted;
    }

    String phrase() {
        return phrase;
    }

    boolean accepts(CelType type) {
        return accepted.contains(type.kind());
    }
}
