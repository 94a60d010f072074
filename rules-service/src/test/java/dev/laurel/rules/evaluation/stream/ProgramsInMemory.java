package dev.laurel.rules.evaluation.stream;

import dev.laurel.contracts.programs.EventShapes;
import dev.laurel.engine.Compilation.Compiled;
import dev.laurel.engine.ProgramCompiler;
import dev.laurel.rules.evaluation.ProgramInForce;
import dev.laurel.rules.evaluation.ProgramsInForce;
import dev.laurel.rules.programs.document.DocumentFormat;
import dev.laurel.rules.programs.document.DocumentReader;
import dev.laurel.rules.programs.document.UnreadableDocument;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Programs that a test puts into force; asked to wait, it remembers and looks. */
final class ProgramsInMemory implements ProgramsInForce {

    private final Map<String, ProgramInForce> programs = new HashMap<>();
    private final List<String> awaited = new ArrayList<>();

    void publish(int version, String yaml) {
        try {
            Map<String, Object> document =
                    new DocumentReader()
                            .read(yaml.getBytes(StandardCharsets.UTF_8), DocumentFormat.YAML);
            if (!(ProgramCompiler.compile(document) instanceof Compiled compiled)) {
                throw new AssertionError(
                        "Expected a program, but: " + ProgramCompiler.compile(document));
            }
            programs.put(
                    compiled.program().id(),
                    new ProgramInForce(
                            version, "hash", EventShapes.of(document), compiled.program()));
        } catch (UnreadableDocument e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public Known find(String program) {
        ProgramInForce found = programs.get(program);
        return found == null
                ? new Known.Unusable("Expected a program, but there is no '%s'.".formatted(program))
                : new Known.Usable(found);
    }

    @Override
    public boolean await(String program, int version) {
        awaited.add(program + "/" + version);
        ProgramInForce found = programs.get(program);
        return found != null && found.version() >= version;
    }

    /** What was waited for, such as {@code shop/2}. */
    List<String> awaited() {
        return awaited;
    }
}
