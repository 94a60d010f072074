package dev.laurel.leaderboards.prizes.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.cloudevents.KafkaEvents;
import dev.laurel.contracts.events.Prize;
import dev.laurel.contracts.programs.PublishedProgram;
import dev.laurel.leaderboards.prizes.Announcement;
import dev.laurel.leaderboards.prizes.Won;
import dev.laurel.leaderboards.seals.Seal;
import dev.laurel.outbox.Outbox;
import dev.laurel.outbox.OutboxRecord;
import dev.laurel.programfeed.ProgramFeed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * An event for each prize, in the outbox: it is told if the board is sealed, and rules-service
 * gives it like anything else.
 */
@Component
class PrizeEvents implements Announcement {

    private final Outbox outbox;
    private final ProgramFeed programs;
    private final KafkaEvents codec = new KafkaEvents();

    PrizeEvents(Outbox outbox, ProgramFeed programs) {
        this.outbox = outbox;
        this.programs = programs;
    }

    @Override
    public void tell(Seal seal, List<Won> won) {
        Integer version =
                programs.find(seal.book().program()).map(PublishedProgram::version).orElse(null);
        outbox.append(won.stream().map(each -> told(seal, each, version)).toList());
    }

    private OutboxRecord told(Seal seal, Won won, @Nullable Integer version) {
        Prize prize =
                new Prize(
                        seal.leaderboard(),
                        seal.period(),
                        won.rank(),
                        seal.book().shown(won.score()),
                        seal.sha256(),
                        won.points(),
                        won.badge(),
                        version);
        ProducerRecord<byte[], byte[]> told =
                codec.toRecord(
                        prize.toldTo(
                                won.member(), seal.book().program(), won.event(), seal.sealedAt()));
        Map<String, String> headers = new HashMap<>();
        told.headers().forEach(each -> headers.put(each.key(), new String(each.value(), UTF_8)));
        return new OutboxRecord(told.topic(), null, told.key(), told.value(), headers);
    }
}
