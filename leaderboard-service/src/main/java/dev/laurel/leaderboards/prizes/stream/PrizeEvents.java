package dev.laurel.leaderboards.prizes.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.cloudevents.KafkaEvents;
import dev.laurel.contracts.events.Prize;
import dev.laurel.leaderboards.prizes.Announcement;
import dev.laurel.leaderboards.prizes.Won;
import dev.laurel.leaderboards.seals.Seal;
import dev.laurel.outbox.Outbox;
import dev.laurel.outbox.OutboxRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.stereotype.Component;

/**
 * An event for each prize, in the outbox: it is told if the board is sealed, and rules-service
 * gives it like anything else.
 */
@Component
class PrizeEvents implements Announcement {

    private final Outbox outbox;
    private final KafkaEvents codec = new KafkaEvents();

    PrizeEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void tell(Seal seal, List<Won> won) {
        outbox.append(won.stream().map(each -> told(seal, each)).toList());
    }

    private OutboxRecord told(Seal seal, Won won) {
        Prize prize =
                new Prize(
                        seal.leaderboard(),
                        seal.period(),
                        won.rank(),
                        seal.book().shown(won.score()),
                        seal.sha256(),
                        won.points(),
                        won.badge());
        ProducerRecord<byte[], byte[]> told =
                codec.toRecord(
                        prize.toldTo(
                                won.member(), seal.book().program(), won.event(), seal.sealedAt()));
        Map<String, String> headers = new HashMap<>();
        told.headers().forEach(each -> headers.put(each.key(), new String(each.value(), UTF_8)));
        return new OutboxRecord(told.topic(), null, told.key(), told.value(), headers);
    }
}
