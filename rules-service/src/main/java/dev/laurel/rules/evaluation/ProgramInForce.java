package dev.laurel.rules.evaluation;

import dev.laurel.contracts.programs.EventShapes;
import dev.laurel.engine.Program;

/**
 * A published version as evaluation knows it.
 *
 * @param version its number
 * @param hash its hash
 * @param shapes the events that it takes
 * @param program the compiled program
 */
public record ProgramInForce(int version, String hash, EventShapes shapes, Program program) {}
