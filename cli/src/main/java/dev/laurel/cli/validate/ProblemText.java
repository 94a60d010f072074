package dev.laurel.cli.validate;

import dev.laurel.cli.validate.DocumentPlaces.Position;
import dev.laurel.engine.document.Problem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** Problems of a program document as compilers print them: file, line and column first. */
final class ProblemText {

    private final Path file;
    private final DocumentPlaces places;

    private ProblemText(Path file, DocumentPlaces places) {
        this.file = file;
        this.places = places;
    }

    static ProblemText of(ProgramFile program, Path file) {
        return new ProblemText(file, program.places());
    }

    /**
     * Prints one line per problem.
     *
     * @param kind what stands before each, such as {@code "warning: "}
     */
    void print(String kind, List<Problem> problems, PrintWriter out) {
        for (Problem problem : problems) {
            out.printf(
                    "%s:%s: %s%s: %s%s%s%n",
                    file,
                    place(problem.pointer()),
                    kind,
                    problem.pointer().isEmpty() ? "the document" : problem.pointer(),
                    problem.message(),
                    inExpression(problem),
                    problem.expected() == null ? "" : " Expected: " + problem.expected() + ".");
        }
    }

    /** Line and column of a value, such as {@code 12:5}. */
    String place(String pointer) {
        return places.find(pointer).map(ProblemText::shown).orElse("1:1");
    }

    private static String shown(Position position) {
        return position.line() + ":" + position.column();
    }

    private static String inExpression(Problem problem) {
        if (problem.column() == null) {
            return "";
        }
        return problem.line() == null || problem.line() == 1
                ? " (column %d of the expression)".formatted(problem.column())
                : " (line %d, column %d of the expression)"
                        .formatted(problem.line(), problem.column());
    }
}
