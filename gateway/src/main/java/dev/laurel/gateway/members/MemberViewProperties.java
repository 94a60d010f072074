package dev.laurel.gateway.members;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the composed member view.
 *
 * @param timeout how long it waits for all of its parts, above 0
 */
@ConfigurationProperties("laurel.member-view")
record MemberViewProperties(@DefaultValue("2s") Duration timeout) {

    MemberViewProperties {
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException(
                    "Expected laurel.member-view.timeout above 0s, but it was %s."
                            .formatted(timeout));
        }
    }
}
