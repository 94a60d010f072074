package dev.laurel.figures;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How figures are read.
 *
 * @param every how long after a reading the next one begins
 */
@ConfigurationProperties("laurel.figures")
record FiguresProperties(@DefaultValue("15s") Duration every) {

    FiguresProperties {
        if (!every.isPositive()) {
            throw new IllegalArgumentException(
                    "Expected a positive laurel.figures.every, but it was %s.".formatted(every));
        }
    }
}
