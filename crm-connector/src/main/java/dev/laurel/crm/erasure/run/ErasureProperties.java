package dev.laurel.crm.erasure.run;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How erasures are taken over.
 *
 * @param lookEvery how often the registry is asked for them
 */
@ConfigurationProperties("laurel.crm.erasures")
record ErasureProperties(@DefaultValue("2s") Duration lookEvery) {

    ErasureProperties {
        if (lookEvery.isNegative() || lookEvery.isZero()) {
            throw new IllegalArgumentException(
                    "Expected laurel.crm.erasures.look-every above zero, but it was %s."
                            .formatted(lookEvery));
        }
    }
}
