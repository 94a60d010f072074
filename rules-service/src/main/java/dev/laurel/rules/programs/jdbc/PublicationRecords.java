package dev.laurel.rules.programs.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.cloudevents.KafkaEvents;
import dev.laurel.contracts.Topics;
import dev.laurel.contracts.events.PublicationMark;
import dev.laurel.contracts.programs.PublishedProgram;
import dev.laurel.outbox.OutboxRecord;
import dev.laurel.rules.programs.Choice;
import dev.laurel.rules.programs.ProgramVersion;
import dev.laurel.topics.RecordCodec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/** What publishing a version puts on the topics: the version, then a mark on every partition. */
final class PublicationRecords {

    private final RecordCodec codec = new RecordCodec();
    private final KafkaEvents events = new KafkaEvents();
    private final int partitions;

    /**
     * @param partitions partitions of the events topic
     */
    PublicationRecords(int partitions) {
        this.partitions = partitions;
    }

    List<OutboxRecord> of(ProgramVersion version) {
        List<OutboxRecord> records = new ArrayList<>();
        PublishedProgram program =
                new PublishedProgram(
                        version.program(),
                        version.version(),
                        version.hash(),
                        version.publishedAt(),
                        version.document(),
                        version.revisions().isEmpty() ? null : revisions(version));
        records.add(
                OutboxRecord.of(
                        Topics.PROGRAMS.name(),
                        version.program().getBytes(UTF_8),
                        codec.write(program)));
        PublicationMark mark = new PublicationMark(version.program(), version.version());
        for (int partition = 0; partition < partitions; partition++) {
            records.add(outboxRecord(events.markRecord(mark, partition)));
        }
        return records;
    }

    private static Map<String, PublishedProgram.Revision> revisions(ProgramVersion version) {
        Map<String, PublishedProgram.Revision> revisions = new LinkedHashMap<>();
        version.revisions()
                .forEach((mechanic, revision) ->
                        revisions.put(
                                mechanic,
                                new PublishedProgram.Revision(
                                        revision.changed(),
                                        choice(revision.choice()),
                                        revision.restarted())));
        return revisions;
    }

    private static PublishedProgram.Choice choice(Choice choice) {
        return switch (choice) {
            case KEEP -> PublishedProgram.Choice.KEEP;
            case RESTART -> PublishedProgram.Choice.RESTART;
            case RECOMPUTE -> PublishedProgram.Choice.RECOMPUTE;
        };
    }

    private static OutboxRecord outboxRecord(ProducerRecord<byte[], byte[]> sent) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : sent.headers()) {
            headers.put(header.key(), new String(header.value(), UTF_8));
        }
        return new OutboxRecord(sent.topic(), sent.partition(), sent.key(), sent.value(), headers);
    }
}
