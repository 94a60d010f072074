package dev.laurel.leaderboards.roster.client;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the member service is.
 *
 * @param url its address inside of the installation
 * @param patience how long an answer may take before a board goes without names
 */
@ConfigurationProperties("laurel.boards.registry")
record RegistryProperties(
        @DefaultValue("http://localhost:8086") URI url, @DefaultValue("2s") Duration patience) {

    RegistryProperties {
        if (url.getHost() == null || patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException(
                    "Expected laurel.boards.registry with an address and a time, but they were '%s' and %s."
                            .formatted(url, patience));
        }
    }
}
