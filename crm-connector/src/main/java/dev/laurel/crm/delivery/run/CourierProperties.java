package dev.laurel.crm.delivery.run;

import dev.laurel.crm.delivery.Rhythm;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How couriers work.
 *
 * @param period how often it is looked which connections need one
 * @param lease how long a connection is an instance's that says nothing more
 * @param linger see {@link Rhythm}, like those that follow
 */
@ConfigurationProperties("laurel.crm.couriers")
record CourierProperties(
        @DefaultValue("500ms") Duration period,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("1s") Duration linger,
        @DefaultValue("300ms") Duration idle,
        @DefaultValue("500ms") Duration firstRetry,
        @DefaultValue("5s") Duration firstDenial,
        @DefaultValue("1s") Duration firstOutage) {

    CourierProperties {
        Map.of(
                        "period", period,
                        "lease", lease,
                        "linger", linger,
                        "idle", idle,
                        "first-retry", firstRetry,
                        "first-denial", firstDenial,
                        "first-outage", firstOutage)
                .forEach((name, time) -> {
                    if (time.isNegative() || time.isZero()) {
                        throw new IllegalArgumentException(
                                "Expected laurel.crm.couriers.%s above zero, but it was %s."
                                        .formatted(name, time));
                    }
                });
    }

    Rhythm rhythm() {
        return new Rhythm(linger, idle, firstRetry, firstDenial, firstOutage);
    }
}
