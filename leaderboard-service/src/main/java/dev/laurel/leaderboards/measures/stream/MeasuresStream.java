package dev.laurel.leaderboards.measures.stream;

import dev.laurel.contracts.Topics;
import dev.laurel.intake.TopicIntakes;
import dev.laurel.leaderboards.measures.Measures;
import dev.laurel.leaderboards.measures.Reading;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** In: {@link Topics#DECISIONS}. */
@Configuration(proxyBeanMethods = false)
class MeasuresStream {

    @Bean
    Consumer<List<ConsumerRecord<byte[], byte[]>>> decisions(
            TopicIntakes intakes, Measures measures) {
        return intakes.of(
                Topics.DECISIONS,
                DecisionEntry.class,
                batch -> {
                    List<Reading> readings =
                            batch.stream()
                                    .map(each -> each.value().reading(each.offset()))
                                    .filter(reading -> !reading.isEmpty())
                                    .toList();
                    if (!readings.isEmpty()) {
                        measures.take(readings);
                    }
                });
    }
}
