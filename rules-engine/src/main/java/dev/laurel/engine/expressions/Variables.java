package dev.laurel.engine.expressions;

import dev.cel.runtime.CelVariableResolver;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values of an expression's variables. */
public final class Variables implements CelVariableResolver {

    private final @Nullable ObjectValue event;
    private final @Nullable ObjectValue program;
    private final @Nullable ObjectValue member;
    private final @Nullable ObjectValue metrics;
    private final @Nullable ObjectValue original;
    private final @Nullable ObjectValue data;

    private Variables(
            @Nullable ObjectValue event,
            @Nullable ObjectValue program,
            @Nullable ObjectValue member,
            @Nullable ObjectValue metrics) {
        this(event, program, member, metrics, null, null);
    }

    private Variables(
            @Nullable ObjectValue event,
            @Nullable ObjectValue program,
            @Nullable ObjectValue member,
            @Nullable ObjectValue metrics,
            @Nullable ObjectValue original,
            @Nullable ObjectValue data) {
        this.event = event;
        this.program = program;
        this.member = member;
        this.metrics = metrics;
        this.original = original;
        this.data = data;
    }

    /** For rules and metrics. */
    public static Variables ofEvent(ObjectValue event, ObjectValue program, ObjectValue member) {
        return new Variables(event, program, member, null);
    }

    /** For badge conditions. */
    public static Variables ofMetrics(
            ObjectValue metrics, ObjectValue program, ObjectValue member) {
        return new Variables(null, program, member, metrics);
    }

    /** For audiences and the like. */
    public static Variables ofMember(ObjectValue program, ObjectValue member) {
        return new Variables(null, program, member, null);
    }

    /** For shares of reversals. */
    public static Variables ofReversal(ObjectValue event, ObjectValue data, ObjectValue original) {
        return new Variables(event, null, null, null, original, data);
    }

    /** For constant expressions. */
    public static Variables none() {
        return new Variables(null, null, null, null);
    }

    /** How to get a variable, {@code null} for one that there is none of. */
    static @Nullable Getter getter(String name) {
        return switch (name) {
            case Vocabulary.EVENT -> variables -> variables.event;
            case Vocabulary.MEMBER -> variables -> variables.member;
            case Vocabulary.PROGRAM -> variables -> variables.program;
            case Vocabulary.METRICS -> variables -> variables.metrics;
            case Vocabulary.ORIGINAL -> variables -> variables.original;
            case Vocabulary.DATA -> variables -> variables.data;
            default -> null;
        };
    }

    /** Gets a variable, {@code null} while it has no value. */
    @FunctionalInterface
    interface Getter {
        @Nullable ObjectValue from(Variables variables);
    }

    @Override
    public Optional<Object> find(String name) {
        Getter getter = getter(name);
        return getter == null ? Optional.empty() : Optional.ofNullable(getter.from(this));
    }
}
