package dev.laurel.figures;

import java.util.List;

/**
 * Knows some figures of a service. Every bean of this type is read every {@code
 * laurel.figures.every}, by one thread, whether or not anybody asks for the figures.
 */
@FunctionalInterface
public interface FigureSource {

    /**
     * The figures as they are now; those that are missing are shown no more.
     *
     * @throws RuntimeException when they can't be read; what was read last stays then, and its age
     *     grows
     */
    List<Figure> read();
}
