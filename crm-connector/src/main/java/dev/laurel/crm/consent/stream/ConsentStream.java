package dev.laurel.crm.consent.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.contracts.MemberKey;
import dev.laurel.contracts.Topics;
import dev.laurel.crm.consent.ConsentNews;
import dev.laurel.crm.consent.Consents;
import dev.laurel.crm.profiles.Mark;
import dev.laurel.crm.profiles.Member;
import dev.laurel.intake.TopicIntake;
import dev.laurel.intake.TopicIntakes;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;

/** In: {@link Topics#MEMBERS}. */
@Configuration(proxyBeanMethods = false)
class ConsentStream {

    private static final Logger log = LoggerFactory.getLogger(ConsentStream.class);

    /** A member of whom nothing is known any more has said nothing, so nothing holds any more. */
    @Bean
    Consumer<List<ConsumerRecord<byte[], byte[]>>> members(
            TopicIntakes intakes, Consents consents, TransactionOperations transactions) {
        TopicIntake<ConsentEntry> intake =
                intakes.of(
                        Topics.MEMBERS,
                        ConsentEntry.class,
                        batch -> consents.tell(batch.stream().map(ConsentEntry::news).toList()));
        return records -> {
            List<ConsentNews> forgotten =
                    records.stream()
                            .filter(record -> record.value() == null)
                            .flatMap(ConsentStream::forgotten)
                            .toList();
            intake.accept(records.stream().filter(record -> record.value() != null).toList());
            if (!forgotten.isEmpty()) {
                transactions.executeWithoutResult(_ -> consents.tell(forgotten));
            }
        };
    }

    private static Stream<ConsentNews> forgotten(ConsumerRecord<byte[], byte[]> record) {
        try {
            MemberKey key =
                    MemberKey.parse(record.key() == null ? "" : new String(record.key(), UTF_8));
            return Stream.of(
                    new ConsentNews(
                            new Member(key.program(), key.member()),
                            null,
                            Mark.ofOffset(record.partition(), record.offset())));
        } catch (IllegalArgumentException noMember) {
            log.warn("A record of {} names no member: {}", record.topic(), noMember.getMessage());
            return Stream.empty();
        }
    }
}
