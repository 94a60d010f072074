package dev.laurel.gateway.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.contracts.Topics;
import dev.laurel.gateway.Caller;
import dev.laurel.gateway.Platform;
import dev.laurel.gateway.RunningGateway;
import dev.laurel.testinfra.TestBroker;
import dev.laurel.testinfra.TestTopics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@RunningGateway
class StatusIT {

    private static final String REPARTITION = "laurel-rules-beneficiaries-repartition";

    private final Caller caller;

    @Autowired
    StatusIT(Caller caller) {
        this.caller = caller;
    }

    @BeforeEach
    void startWithoutBacklog() {
        Topics.ALL.forEach(topic -> TestTopics.create(topic.name()));
        TestTopics.create(REPARTITION);
        Platform.MEMBERS.answers("/internal/status", 200, "{\"outboxBacklog\": 0}");
        Platform.RULES.answers("/internal/status", 200, "{\"outboxBacklog\": 0}");
        Platform.BOARDS.answers("/internal/status", 200, "{\"outboxBacklog\": 1}");
        Platform.SCORING.answers(
                "/internal/status",
                200,
                "{\"outboxBacklog\": 5, \"ledgerSum\": 0, \"ledgerFaults\": 2}");
        Platform.BADGES.answers("/internal/status", 503, "{}");
    }

    @Test
    void tellsWhatIsUpAndWhatIsLeftInOutboxes() {
        // When
        JsonNode status = caller.json(caller.get("/v1/status"), 200);

        // Then
        assertThat(status.get("services").valueStream())
                .extracting(it -> it.get("service").asString() + " " + it.get("up").asBoolean())
                .containsExactly(
                        "member-service true",
                        "rules-service true",
                        "scoring-service true",
                        "badge-service true",
                        "leaderboard-service true",
                        "crm-connector false");
        assertThat(status.get("outboxes").valueStream())
                .extracting(it -> it.get("service").asString() + " " + it.get("backlog"))
                .containsExactly(
                        "member-service 0",
                        "rules-service 0",
                        "leaderboard-service 1",
                        "scoring-service 5",
                        "badge-service null");
        assertThat(status.get("ledger").toString())
                .isEqualTo("{\"sum\":0,\"balanced\":true,\"faults\":2}");
        assertThat(status.get("settled").asBoolean()).isFalse();
    }

    @Test
    void countsWhatAReaderHasNotReadOnDeclaredAndOnInternalTopics() throws Exception {
        // Given
        commitAllBut(0, Topics.EVENTS.name(), REPARTITION);
        produce(Topics.EVENTS.name(), 3);
        produce(REPARTITION, 2);

        // When
        JsonNode rules = reader("laurel-rules");

        // Then
        assertThat(rules.get("lag").asInt()).isEqualTo(5);
        assertThat(rules.at("/topics/laurel.events").asInt()).isEqualTo(3);
        assertThat(rules.at("/topics/" + REPARTITION).asInt()).isEqualTo(2);
    }

    @Test
    void hasNoLagWhereEverythingIsRead() throws Exception {
        // Given
        produce(Topics.EVENTS.name(), 3);
        commitAllBut(0, Topics.EVENTS.name(), REPARTITION);

        // Then
        assertThat(reader("laurel-rules").get("lag").asInt()).isZero();
    }

    @Test
    void countsEverythingForAReaderThatNeverCommitted() throws Exception {
        // Given
        produce(Topics.BADGES.name(), 4);

        // Then
        assertThat(reader("laurel-crm-badges").get("lag").asInt()).isGreaterThanOrEqualTo(4);
    }

    private JsonNode reader(String group) {
        return caller.json(caller.get("/v1/status"), 200)
                .get("readers")
                .valueStream()
                .filter(it -> it.get("group").asString().equals(group))
                .findFirst()
                .orElseThrow();
    }

    private static void produce(String topic, int records)
            throws ExecutionException, InterruptedException {
        try (var producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", TestBroker.bootstrapServers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            for (int i = 0; i < records; i++) {
                producer.send(new ProducerRecord<>(topic, new byte[] {(byte) i}, new byte[0]))
                        .get();
            }
        }
    }

    private static void commitAllBut(int behind, String... topics)
            throws ExecutionException, InterruptedException {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", TestBroker.bootstrapServers()))) {
            Map<TopicPartition, org.apache.kafka.clients.admin.OffsetSpec> all =
                    admin.describeTopics(List.of(topics)).allTopicNames().get().values().stream()
                            .flatMap(topic ->
                                    topic.partitions().stream()
                                            .map(it ->
                                                    new TopicPartition(
                                                            topic.name(), it.partition())))
                            .collect(
                                    Collectors.toMap(
                                            it -> it,
                                            _ ->
                                                    org.apache.kafka.clients.admin.OffsetSpec
                                                            .latest()));
            Map<TopicPartition, OffsetAndMetadata> reached =
                    admin.listOffsets(all).all().get().entrySet().stream()
                            .collect(
                                    Collectors.toMap(
                                            Map.Entry::getKey,
                                            it ->
                                                    new OffsetAndMetadata(
                                                            it.getValue().offset() - behind)));
            admin.alterConsumerGroupOffsets("laurel-rules", reached).all().get();
        }
    }
}
