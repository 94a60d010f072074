package dev.laurel.engine;

import dev.laurel.engine.document.Problem;
import java.util.List;

/** What came of compiling a program document. */
public sealed interface Compilation {

    /**
     * A program that can be published.
     *
     * @param program the program, ready to decide
     * @param warnings what its author should look at again, in document order
     */
    record Compiled(Program program, List<Problem> warnings) implements Compilation {

        public Compiled {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * A document that is not a program.
     *
     * @param problems all that is wrong with it, at least one
     */
    record Rejected(List<Problem> problems) implements Compilation {

        public Rejected {
            problems = List.copyOf(problems);
        }
    }
}
