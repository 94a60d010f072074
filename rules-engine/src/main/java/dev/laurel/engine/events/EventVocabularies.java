package dev.laurel.engine.events;

import dev.laurel.engine.expressions.ExpressionCompiler;
import dev.laurel.engine.expressions.ObjectShape;
import dev.laurel.engine.expressions.Vocabulary;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Compilers for expressions over each type of event. */
public final class EventVocabularies {

    private final Map<String, EventShape> shapes;
    private final Map<String, EventShape.Schema> schemas = new LinkedHashMap<>();
    private final Map<String, ExpressionCompiler> compilers = new HashMap<>();
    private final ObjectShape program;
    private final ObjectShape member;
    private final ExpressionCompiler members;

    public EventVocabularies(
            Map<String, EventShape> shapes, ObjectShape program, ObjectShape member) {
        this.shapes = shapes;
        this.program = program;
        this.member = member;
        this.members =
                new ExpressionCompiler(
                        new Vocabulary(
                                Map.of(Vocabulary.PROGRAM, program, Vocabulary.MEMBER, member)));
        shapes.forEach((type, shape) -> schemas.put(type, shape.schema()));
    }

    public Set<String> types() {
        return shapes.keySet();
    }

    EventShape shape(String type) {
        return java.util.Objects.requireNonNull(shapes.get(type));
    }

    /** Shapes by type. */
    public Map<String, EventShape.Schema> schemas() {
        return schemas;
    }

    /** The compiler for expressions over events of a known type. */
    public ExpressionCompiler compiler(String type) {
        return compilers.computeIfAbsent(type, this::newCompiler);
    }

    /** The compiler for expressions over members and nothing else. */
    public ExpressionCompiler members() {
        return members;
    }

    private ExpressionCompiler newCompiler(String type) {
        EventShape.Schema schema = java.util.Objects.requireNonNull(schemas.get(type));
        return new ExpressionCompiler(
                new Vocabulary(
                        Map.of(
                                Vocabulary.EVENT,
                                schema.event(),
                                Vocabulary.PROGRAM,
                                program,
                                Vocabulary.MEMBER,
                                member)));
    }
}
