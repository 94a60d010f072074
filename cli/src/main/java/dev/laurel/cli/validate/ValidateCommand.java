package dev.laurel.cli.validate;

import dev.laurel.engine.Compilation;
import dev.laurel.engine.Compilation.Compiled;
import dev.laurel.engine.Compilation.Rejected;
import dev.laurel.engine.ProgramCompiler;
import dev.laurel.engine.document.Problem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code laurel validate}. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Finds all that is wrong with a program document; needs no platform.",
        footer = {
            "",
            "Exit code: 0 when the program can be published, 1 when it can't, 2 for wrong usage."
        })
public final class ValidateCommand implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "PROGRAM.yaml", description = "The document, YAML or JSON.")
    private Path file = Path.of("program.yaml");

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        ProgramFile program = ProgramFile.read(file);
        Compilation compilation = ProgramCompiler.compile(program.document());
        int exitCode =
                switch (compilation) {
                    case Compiled(_, List<Problem> warnings) -> {
                        ProblemText.of(program, file).print("warning: ", warnings, out);
                        out.printf("%s can be published.%n", file);
                        yield ExitCode.OK;
                    }
                    case Rejected(List<Problem> problems) -> {
                        ProblemText.of(program, file).print("", problems, out);
                        out.printf(
                                "%s can't be published: %d %s.%n",
                                file,
                                problems.size(),
                                problems.size() == 1 ? "problem" : "problems");
                        yield ExitCode.SOFTWARE;
                    }
                };
        out.flush();
        return exitCode;
    }
}
