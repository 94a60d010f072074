package dev.laurel.cli.validate;

import dev.laurel.cli.CommandFailure;
import dev.laurel.engine.Compilation.Compiled;
import dev.laurel.engine.Compilation.Rejected;
import dev.laurel.engine.ProgramCompiler;
import dev.laurel.simulation.Edition;
import java.io.PrintWriter;
import java.nio.file.Path;

/** Programs in files, for commands that need one that could be published. */
public final class SoundProgram {

    private SoundProgram() {}

    /**
     * Reads and compiles a file.
     *
     * @param err gets all problems, one per line
     * @throws CommandFailure when there is no such file, or it can't be published
     */
    public static Edition read(Path file, PrintWriter err) {
        ProgramFile program = ProgramFile.read(file);
        return switch (ProgramCompiler.compile(program.document())) {
            case Compiled(var compiled, var _) -> Edition.of(program.document(), compiled);
            case Rejected(var problems) -> {
                ProblemText.of(program, file).print("", problems, err);
                throw new CommandFailure(
                        "Expected a program that can be published, but %s has %d %s."
                                .formatted(
                                        file,
                                        problems.size(),
                                        problems.size() == 1 ? "problem" : "problems"));
            }
        };
    }
}
