package dev.laurel.rules.journal.jdbc;

import dev.laurel.contracts.Topics;
import dev.laurel.intake.TopicIntake;
import dev.laurel.intake.TopicIntakes;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Binds the journal to the decisions topic by the name {@code journal}. */
@Configuration(proxyBeanMethods = false)
class JournalConfiguration {

    @Bean
    TopicIntake<JournalDecision> journal(
            TopicIntakes intakes,
            DecisionTable decisions,
            ProgressTable progress,
            TeamTable teams,
            MeterRegistry meters) {
        return intakes.of(
                Topics.DECISIONS,
                JournalDecision.class,
                new JournalProjection(decisions, progress, teams, meters));
    }
}
