package dev.laurel.leaderboards.seals.jobs;

import dev.laurel.leaderboards.boards.Upkeep;
import dev.laurel.leaderboards.seals.CountedLedger;
import dev.laurel.leaderboards.seals.Promises;
import dev.laurel.leaderboards.seals.Sealing;
import dev.laurel.leaderboards.seals.Seals;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SealingConfiguration {

    @Bean
    Sealing sealing(
            Upkeep boards, Seals seals, Promises promises, CountedLedger ledger, Clock clock) {
        return new Sealing(boards, seals, promises, ledger, clock);
    }
}
