package dev.laurel.gateway.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of the event intake. The size of a whole request is limited by {@code
 * laurel.web.max-body}.
 *
 * @param maxEvents events in one batch, at least 1
 * @param maxData the data of one event, at least 2 bytes
 * @param catchUp how long a refusal may wait for a program that was published a moment ago
 * @param storing how long an answer waits for the broker before it says that it does not know
 */
@ConfigurationProperties("laurel.intake")
record IntakeProperties(
        @DefaultValue("1000") int maxEvents,
        @DefaultValue("256KB") DataSize maxData,
        @DefaultValue("2s") Duration catchUp,
        @DefaultValue("20s") Duration storing) {

    IntakeProperties {
        if (catchUp.isNegative() || !storing.isPositive()) {
            throw new IllegalArgumentException(
                    "Expected laurel.intake.catch-up of at least 0s and laurel.intake.storing above 0s, but they were %s and %s."
                            .formatted(catchUp, storing));
        }
    }
}
