package dev.laurel.crm.intake;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where events are taken.
 *
 * @param url the gateway's address inside of the installation
 * @param patience how long an answer may take
 */
@ConfigurationProperties("laurel.crm.intake")
record IntakeProperties(
        @DefaultValue("http://localhost:8080") URI url, @DefaultValue("25s") Duration patience) {

    IntakeProperties {
        if (url.getHost() == null || patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException(
                    "Expected laurel.crm.intake with an address and a time, but they were '%s' and %s."
                            .formatted(url, patience));
        }
    }
}
