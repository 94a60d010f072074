package dev.laurel.scoring.exchanges.web;

import dev.laurel.scoring.exchanges.Bureau;
import dev.laurel.scoring.ledger.Journal;
import dev.laurel.scoring.programs.Programs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ExchangesConfiguration {

    @Bean
    Bureau bureau(Journal journal, Programs programs) {
        return new Bureau(journal, programs);
    }
}
