package dev.laurel.engine;

import dev.laurel.engine.document.Problem;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Program documents for tests, in YAML as people write them. */
final class Programs {

    private Programs() {}

    static Map<String, Object> document(String yaml) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    }

    static Program program(String yaml) {
        return switch (ProgramCompiler.compile(document(yaml))) {
            case Compilation.Compiled(Program program, List<Problem> _) -> program;
            case Compilation.Rejected(List<Problem> problems) ->
                    throw new AssertionError("Expected a program, but: " + problems);
        };
    }

    static List<Problem> problems(String yaml) {
        return switch (ProgramCompiler.compile(document(yaml))) {
            case Compilation.Compiled _ -> List.of();
            case Compilation.Rejected(List<Problem> problems) -> problems;
        };
    }

    static List<Problem> warnings(String yaml) {
        return switch (ProgramCompiler.compile(document(yaml))) {
            case Compilation.Compiled(Program _, List<Problem> warnings) -> warnings;
            case Compilation.Rejected(List<Problem> problems) ->
                    throw new AssertionError("Expected a program, but: " + problems);
        };
    }
}
