package dev.laurel.rules.simulations.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much simulations may take.
 *
 * @param waiting how many may wait for the one that runs, 1 to 100
 * @param mostEvents how many events one may have, at least 1: about 400 bytes of memory each, and
 *     as much again for the version to compare with
 */
@ConfigurationProperties("laurel.simulations")
record SimulationProperties(
        @DefaultValue("4") int waiting, @DefaultValue("250000") int mostEvents) {

    SimulationProperties {
        if (waiting < 1 || waiting > 100) {
            throw new IllegalArgumentException(
                    "Expected laurel.simulations.waiting of 1 to 100, but it was %d."
                            .formatted(waiting));
        }
        if (mostEvents < 1) {
            throw new IllegalArgumentException(
                    "Expected laurel.simulations.most-events of at least 1, but it was %d."
                            .formatted(mostEvents));
        }
    }
}
