package dev.laurel.rules.evaluation;

import dev.laurel.contracts.events.Event;
import dev.laurel.contracts.events.Prize;
import dev.laurel.contracts.programs.EventShapes;
import dev.laurel.contracts.programs.ShapeProblem;
import dev.laurel.engine.Program;
import java.util.List;

/**
 * A published version as evaluation knows it.
 *
 * @param version its number
 * @param hash its hash
 * @param shapes the events that it takes
 * @param program the compiled program
 */
public record ProgramInForce(int version, String hash, EventShapes shapes, Program program) {

    /** All that is wrong with an event; the platform's own have no shape in the program. */
    public List<ShapeProblem> problems(Event event) {
        return Prize.isTold(event) ? List.of() : shapes.problems(event.type(), event.data());
    }
}
