package dev.laurel.cli.validate;

import dev.laurel.engine.Compilation;
import dev.laurel.engine.Compilation.Compiled;
import dev.laurel.engine.Compilation.Rejected;
import dev.laurel.engine.Program;
import dev.laurel.engine.ProgramCompiler;
import dev.laurel.engine.document.Problem;
import dev.laurel.simulation.tests.ProgramTests;
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
        description =
                "Finds all that is wrong with a program document, and runs the tests in it; needs no platform.",
        footer = {
            "",
            "Exit code: 0 when the program can be published and its tests pass, 1 when not, 2 for wrong usage."
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
                    case Compiled(var compiled, List<Problem> warnings) -> {
                        ProblemText.of(program, file).print("warning: ", warnings, out);
                        out.printf("%s can be published.%n", file);
                        yield test(program, compiled, out);
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

    private int test(ProgramFile program, Program compiled, PrintWriter out) {
        ProgramTests.Outcome outcome = ProgramTests.run(program.document(), compiled);
        ProblemText.of(program, file).print("", outcome.problems(), out);
        if (outcome.failed() > 0) {
            out.printf("%d of %d tests failed.%n", outcome.failed(), outcome.tests());
        } else if (outcome.tests() > 0) {
            out.printf("%d %s passed.%n", outcome.tests(), outcome.tests() == 1 ? "test" : "tests");
        }
        return outcome.problems().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
