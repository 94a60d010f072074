package dev.laurel.simulation;

import dev.laurel.contracts.programs.EventShapes;
import dev.laurel.engine.Program;
import dev.laurel.tiers.Ladder;
import dev.laurel.tiers.LadderReader;
import java.util.Map;
import java.util.Optional;

/**
 * A version of a program, published or not, with what it takes in.
 *
 * @param program decides
 * @param shapes refuses events that the platform would refuse at its door
 * @param ladder the program's tiers, empty when it has none
 */
public record Edition(Program program, EventShapes shapes, Optional<Ladder> ladder) {

    /**
     * Puts one together.
     *
     * @param document what the program was compiled from
     */
    public static Edition of(Map<String, Object> document, Program program) {
        return new Edition(
                program, EventShapes.of(document), LadderReader.read(document, program.zone()));
    }
}
