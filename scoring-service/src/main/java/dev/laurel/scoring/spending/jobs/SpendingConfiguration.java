package dev.laurel.scoring.spending.jobs;

import dev.laurel.scoring.ledger.Journal;
import dev.laurel.scoring.programs.Programs;
import dev.laurel.scoring.spending.Holds;
import dev.laurel.scoring.spending.Till;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class SpendingConfiguration {

    @Bean
    Till till(Journal journal, Holds holds, Programs programs) {
        return new Till(journal, holds, programs);
    }
}
