package dev.laurel.scoring.tiers;

import dev.laurel.tiers.Ladder;
import dev.laurel.tiers.Measure;
import java.util.Optional;

/** The tiers of programs. */
@FunctionalInterface
public interface Ladders {

    /** Those of the program's version in force; nothing when it has none or is not known. */
    Optional<Ladder> find(String program);

    /**
     * Whether a metric is, or may be, what the tiers go by.
     *
     * @param version the version that measured: one that is not known here may say otherwise
     */
    default boolean mayCount(String program, int version, String metric) {
        return find(program)
                .filter(ladder -> ladder.measure().equals(new Measure.Metric(metric)))
                .isPresent();
    }
}
