package dev.laurel.engine;

import dev.laurel.engine.document.Problem;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Program documents for tests, in YAML as people write them. */
final class Programs {

    private Programs() {}

    /** YAML 1.2, in which {@code on} is a word and not the truth. */
    private static final class CoreSchema extends Resolver {

        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.NULL, Pattern.compile("^(?:~|null)?$"), "~n\0");
            addImplicitResolver(Tag.BOOL, Pattern.compile("^(?:true|false)$"), "tf");
            addImplicitResolver(Tag.INT, Pattern.compile("^[-+]?[0-9]+$"), "-+0123456789");
            addImplicitResolver(
                    Tag.FLOAT,
                    Pattern.compile("^[-+]?[0-9]+\\.[0-9]*(?:[eE][-+]?[0-9]+)?$"),
                    "-+0123456789");
        }
    }

    static Map<String, Object> document(String yaml) {
        LoaderOptions options = new LoaderOptions();
        DumperOptions unused = new DumperOptions();
        return new Yaml(
                        new SafeConstructor(options),
                        new Representer(unused),
                        unused,
                        options,
                        new CoreSchema())
                .load(yaml);
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
