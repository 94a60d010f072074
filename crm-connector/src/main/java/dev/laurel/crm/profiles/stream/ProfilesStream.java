package dev.laurel.crm.profiles.stream;

import dev.laurel.contracts.Topics;
import dev.laurel.crm.profiles.Part;
import dev.laurel.intake.TopicIntakes;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * In: {@link Topics#LEDGER}, {@link Topics#BADGES}, {@link Topics#TIERS}, {@link Topics#DECISIONS}.
 */
@Configuration(proxyBeanMethods = false)
class ProfilesStream {

    @Bean
    Consumer<List<ConsumerRecord<byte[], byte[]>>> ledger(TopicIntakes intakes, TracedNews news) {
        return intakes.of(
                Topics.LEDGER,
                BalanceEntry.class,
                batch -> news.tell(Part.WALLETS, batch, LedgerNews::of));
    }

    @Bean
    Consumer<List<ConsumerRecord<byte[], byte[]>>> badges(TopicIntakes intakes, TracedNews news) {
        return intakes.of(Topics.BADGES, batch -> news.tell(Part.BADGES, batch, BadgeNews::of));
    }

    @Bean
    Consumer<List<ConsumerRecord<byte[], byte[]>>> tiers(TopicIntakes intakes, TracedNews news) {
        return intakes.of(Topics.TIERS, batch -> news.tell(Part.TIER, batch, TierNews::of));
    }

    @Bean
    Consumer<List<ConsumerRecord<byte[], byte[]>>> decisions(
            TopicIntakes intakes, TracedNews news) {
        return intakes.of(
                Topics.DECISIONS,
                ProgressDecision.class,
                batch -> {
                    news.tell(Part.CHALLENGES, batch, DecisionNews::challenges);
                    news.tellBesides(Part.STREAKS, batch, DecisionNews::streaks);
                });
    }
}
