package dev.laurel.rules.evaluation.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.cloudevents.Decoded.DecodedEvent;
import dev.laurel.cloudevents.KafkaEvents;
import dev.laurel.contracts.Topics;
import dev.laurel.contracts.decisions.Decision;
import dev.laurel.contracts.decisions.Decision.Outcome;
import dev.laurel.contracts.events.Event;
import dev.laurel.topics.RecordCodec;
import dev.laurel.tracing.Traces;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events about silent members, from the topology and back into it. */
class AnnouncingTest {

    private static final Instant TIME = Instant.parse("2026-03-10T12:00:00Z");

    private static final Duration EVERY = Duration.ofMinutes(1);

    private static final String PROGRAM =
            """
            program: shop
            timeZone: Europe/London
            wallets: [ { id: stars } ]
            events:
              visit: { }
              missed: { since: timestamp, emitted: { after: P30D, without: [ visit ] } }
            rules:
              - { id: welcome, on: visit, award: { stars: 1 } }
              - { id: come-back, on: missed, award: { stars: 50 } }
            """;

    @TempDir private Path stateDir;

    private final ProgramsInMemory programs = new ProgramsInMemory();
    private final KafkaEvents events = new KafkaEvents();
    private final RecordCodec codec = new RecordCodec();
    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> input;
    private TestOutputTopic<byte[], byte[]> announced;
    private TestOutputTopic<byte[], byte[]> decisions;

    @BeforeEach
    void start() {
        programs.publish(1, PROGRAM);
        var bytes = Consumed.with(Serdes.ByteArray(), Serdes.ByteArray());
        StreamsBuilder builder = new StreamsBuilder();
        new EvaluationTopology(programs, 12, EVERY, Traces.off())
                .build(
                        builder.stream(Topics.EVENTS.name(), bytes.withName("events")),
                        builder.stream(
                                Topics.MEMBERS.name(),
                                Consumed.with(Serdes.ByteArray(), Serdes.ByteArray())
                                        .withName("registry")));
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "laurel-rules");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        driver = new TopologyTestDriver(builder.build(), settings, TIME);
        var serializer = new ByteArraySerializer();
        var deserializer = new ByteArrayDeserializer();
        input = driver.createInputTopic(Topics.EVENTS.name(), serializer, serializer);
        announced = driver.createOutputTopic(Topics.EVENTS.name(), deserializer, deserializer);
        decisions = driver.createOutputTopic(Topics.DECISIONS.name(), deserializer, deserializer);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void emitsOneEventForASilenceWhichIsDecidedLikeAnyOther() {
        // Given
        visit("ann", "1", TIME);
        visit("bob", "2", TIME.plus(Duration.ofDays(20)));
        decisions.readRecordsToList();

        // When
        driver.advanceWallClockTime(Duration.ofDays(29));
        assertThat(announced.isEmpty()).isTrue();
        driver.advanceWallClockTime(Duration.ofDays(1).plus(EVERY));
        driver.advanceWallClockTime(EVERY);

        // Then
        List<TestRecord<byte[], byte[]>> records = announced.readRecordsToList();
        assertThat(records).hasSize(1);
        TestRecord<byte[], byte[]> record = records.getFirst();
        assertThat(new String(record.key(), UTF_8)).isEqualTo("shop/ann");
        assertThat(events.decode(record.key(), record.value(), record.headers(), 0))
                .isInstanceOfSatisfying(
                        DecodedEvent.class,
                        decoded -> {
                            assertThat(decoded.event().type()).isEqualTo("missed");
                            assertThat(decoded.event().time())
                                    .isEqualTo(TIME.plus(Duration.ofDays(30)));
                            assertThat(decoded.event().data())
                                    .isEqualTo(Map.of("since", "2026-03-10T12:00:00Z"));
                        });
        // The driver hands what goes to a topic that is read, too, back by itself.
        assertThat(decisions.readRecordsToList())
                .extracting(decision -> codec.read(decision.value(), Decision.class))
                .satisfiesExactly(decision -> {
                    assertThat(decision.outcome()).isEqualTo(Outcome.DECIDED);
                    assertThat(decision.points().getFirst().points()).isEqualTo(50);
                });
    }

    @Test
    void knowsAnEventThatWasEmittedTwiceAsADuplicate() {
        // Given
        visit("ann", "1", TIME);
        driver.advanceWallClockTime(Duration.ofDays(31));
        decisions.readRecordsToList();

        // When
        announced.readRecordsToList().forEach(input::pipeInput);

        // Then
        assertThat(decisions.readRecordsToList())
                .extracting(record -> codec.read(record.value(), Decision.class).outcome())
                .containsExactly(Outcome.DUPLICATE);
    }

    private void visit(String member, String id, Instant time) {
        ProducerRecord<byte[], byte[]> record =
                events.toRecord(
                        new Event(
                                "shop", "/door", id, "visit", member, time, time, false, Map.of()));
        input.pipeInput(new TestRecord<>(record.key(), record.value(), record.headers(), time));
    }
}
