package dev.laurel.leaderboards.roster.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.contracts.MemberKey;
import dev.laurel.contracts.Topics;
import dev.laurel.intake.TopicIntake;
import dev.laurel.intake.TopicIntakes;
import dev.laurel.leaderboards.roster.Entrant;
import dev.laurel.leaderboards.roster.Roster;
import dev.laurel.leaderboards.scores.Participant;
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
class RosterStream {

    private static final Logger log = LoggerFactory.getLogger(RosterStream.class);

    @Bean
    Consumer<List<ConsumerRecord<byte[], byte[]>>> members(
            TopicIntakes intakes, Roster roster, TransactionOperations transactions) {
        TopicIntake<MemberEntry> intake =
                intakes.of(
                        Topics.MEMBERS,
                        MemberEntry.class,
                        batch ->
                                roster.enter(
                                        batch.stream()
                                                .map(each -> each.value().entrant(each.offset()))
                                                .toList()));
        return records -> {
            List<Entrant> erased =
                    records.stream()
                            .filter(record -> record.value() == null)
                            .flatMap(RosterStream::erased)
                            .toList();
            if (!erased.isEmpty()) {
                transactions.executeWithoutResult(_ -> roster.enter(erased));
            }
            intake.accept(records.stream().filter(record -> record.value() != null).toList());
        };
    }

    /** A key that names nobody erases nobody. */
    private static Stream<Entrant> erased(ConsumerRecord<byte[], byte[]> record) {
        try {
            MemberKey key =
                    MemberKey.parse(record.key() == null ? "" : new String(record.key(), UTF_8));
            Participant participant = new Participant(key.program(), key.member());
            return Stream.of(Entrant.erased(participant, record.offset()));
        } catch (IllegalArgumentException noMember) {
            log.warn("A record of {} names no member: {}", record.topic(), noMember.getMessage());
            return Stream.empty();
        }
    }
}
