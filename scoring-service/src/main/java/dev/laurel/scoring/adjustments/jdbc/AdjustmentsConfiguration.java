package dev.laurel.scoring.adjustments.jdbc;

import dev.laurel.scoring.adjustments.Adjustments;
import dev.laurel.scoring.adjustments.Correction;
import dev.laurel.scoring.ledger.Journal;
import dev.laurel.scoring.programs.Programs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AdjustmentsConfiguration {

    @Bean
    Correction correction(Journal journal, Adjustments adjustments, Programs programs) {
        return new Correction(journal, adjustments, programs);
    }
}
