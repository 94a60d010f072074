package dev.laurel.simulation;

import dev.laurel.contracts.programs.EventShapes;
import dev.laurel.engine.Program;
import java.util.Map;

/**
 * A version of a program, published or not, with what it takes in.
 *
 * @param program decides
 * @param shapes refuses events that the platform would refuse at its door
 */
public record Edition(Program program, EventShapes shapes) {

    /**
     * Puts one together.
     *
     * @param document what the program was compiled from
     */
    public static Edition of(Map<String, Object> document, Program program) {
        return new Edition(program, EventShapes.of(document));
    }
}
