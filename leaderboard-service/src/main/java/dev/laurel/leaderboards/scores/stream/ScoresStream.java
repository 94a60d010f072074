package dev.laurel.leaderboards.scores.stream;

import dev.laurel.contracts.Topics;
import dev.laurel.intake.TopicIntakes;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** In: {@link Topics#LEDGER}. */
@Configuration(proxyBeanMethods = false)
class ScoresStream {

    @Bean
    Consumer<List<ConsumerRecord<byte[], byte[]>>> ledger(
            TopicIntakes intakes, LedgerProjection projection) {
        return intakes.of(Topics.LEDGER, ScoringEntry.class, projection);
    }
}
