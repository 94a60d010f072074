package dev.laurel.crm.reconciliation.run;

import dev.laurel.crm.consent.Consents;
import dev.laurel.crm.delivery.Backoff;
import dev.laurel.crm.delivery.Chores;
import dev.laurel.crm.delivery.Deliveries;
import dev.laurel.crm.delivery.Rhythm;
import dev.laurel.crm.profiles.Profiles;
import dev.laurel.crm.reconciliation.Reconciliations;
import dev.laurel.crm.reconciliation.Reconciling;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReconcilingConfiguration {

    private static final Duration LONGEST_REST = Duration.ofMinutes(10);

    @Bean
    Chores reconciling(
            Reconciliations reconciliations,
            Deliveries deliveries,
            Profiles profiles,
            Consents consents,
            Rhythm rhythm,
            Clock clock) {
        return new Reconciling(
                reconciliations,
                deliveries,
                profiles,
                consents,
                new Backoff(
                        rhythm.firstRetry(),
                        LONGEST_REST,
                        () -> ThreadLocalRandom.current().nextDouble()),
                clock);
    }
}
