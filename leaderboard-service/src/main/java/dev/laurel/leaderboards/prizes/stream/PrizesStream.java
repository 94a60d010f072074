package dev.laurel.leaderboards.prizes.stream;

import dev.laurel.contracts.Topics;
import dev.laurel.outbox.Outbox;
import dev.laurel.outbox.OutboxRelay;
import javax.sql.DataSource;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Out: {@link Topics#EVENTS}. */
@Configuration(proxyBeanMethods = false)
class PrizesStream {

    @Bean
    OutboxRelay outboxRelay(DataSource dataSource, KafkaProperties kafka) {
        return new OutboxRelay("leaderboard-service", dataSource, kafka.buildProducerProperties());
    }

    @Bean
    Outbox outbox(DataSource dataSource, OutboxRelay relay) {
        return new Outbox(dataSource, relay);
    }
}
