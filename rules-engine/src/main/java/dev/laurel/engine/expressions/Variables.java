package dev.laurel.engine.expressions;

import dev.cel.runtime.CelVariableResolver;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values of an expression's variables. */
public final class Variables implements CelVariableResolver {

    private final Optional<Object> event;
    private final Optional<Object> program;
    private final Optional<Object> member;
    private final Optional<Object> metrics;
    private final Optional<Object> original;
    private final Optional<Object> data;

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
        this.event = Optional.ofNullable(event);
        this.program = Optional.ofNullable(program);
        this.member = Optional.ofNullable(member);
        this.metrics = Optional.ofNullable(metrics);
        this.original = Optional.ofNullable(original);
        this.data = Optional.ofNullable(data);
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

    @Nullable Object get(String name) {
        return find(name).orElse(null);
    }

    @Override
    public Optional<Object> find(String name) {
        return switch (name) {
            case Vocabulary.EVENT -> event;
            case Vocabulary.MEMBER -> member;
            case Vocabulary.PROGRAM -> program;
            case Vocabulary.METRICS -> metrics;
            case Vocabulary.ORIGINAL -> original;
            case Vocabulary.DATA -> data;
            default -> Optional.empty();
        };
    }
}
