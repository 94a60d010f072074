package dev.laurel.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class AsyncApiTest {

    private static final List<Topic<?>> TOPICS = Topics.ALL;

    private final JsonNode document = new YAMLMapper().readTree(Path.of("asyncapi.yaml"));

    @Test
    void hasAChannelForEveryTopicAndOneForAllDeadLetters() {
        // When
        List<String> addresses =
                document.path("channels")
                        .valueStream()
                        .map(channel -> channel.path("address").asString())
                        .toList();

        // Then
        List<String> expected =
                TOPICS.stream().<String>map(Topic::name).collect(Collectors.toList());
        expected.add("{topic}.dlq");
        assertThat(addresses).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(strings(document.at("/channels/deadLetters/parameters/topic/enum")))
                .containsExactlyInAnyOrderElementsOf(
                        TOPICS.stream().<String>map(Topic::name).toList());
    }

    @ParameterizedTest
    @FieldSource("TOPICS")
    void saysOfEveryTopicWhatItsDescriptorSays(Topic<?> topic) {
        // Given
        JsonNode channel = channel(topic.name());
        JsonNode kafka = channel.path("bindings").path("kafka");

        // Then
        assertThat(kafka.path("topic").asString()).isEqualTo(topic.name());
        assertThat(kafka.path("partitions").asInt()).isEqualTo(Topics.DEFAULT_PARTITIONS);
        assertThat(strings(kafka.at("/topicConfiguration/cleanup.policy")))
                .containsExactly(topic.cleanup() == Topic.Cleanup.COMPACT ? "compact" : "delete");
        assertThat(kafka.path("topicConfiguration").path("retention.ms").asLong(-1))
                .isEqualTo(topic.retention() == null ? -1 : topic.retention().toMillis());
        assertThat(channel.path("x-owner").asString()).isEqualTo(topic.owner());
        assertThat(strings(channel.path("x-also-written-by")))
                .containsExactlyInAnyOrderElementsOf(topic.alsoWrittenBy());
    }

    @ParameterizedTest
    @FieldSource("TOPICS")
    void namesTheRecordAndTheKeyOfEveryTopic(Topic<?> topic) {
        // When
        JsonNode message =
                resolved(channel(topic.name()).path("messages").valueStream().findFirst().get());

        // Then
        assertThat(message.path("x-record").asString()).isEqualTo(topic.value().getName());
        assertThat(message.path("bindings").path("$ref").asString())
                .isEqualTo(
                        "#/components/messageBindings/"
                                + (topic.key() == Topic.Key.MEMBER ? "byMember" : "byProgram"));
    }

    @Test
    void keepsDeadLettersForTheSetTime() {
        assertThat(
                        document.at(
                                        "/channels/deadLetters/bindings/kafka/topicConfiguration/retention.ms")
                                .asLong())
                .isEqualTo(Topics.DEAD_LETTER_RETENTION.toMillis());
    }

    @Test
    void refersToWhatIsThereOnly() {
        // When
        List<String> references = new ArrayList<>();
        document.findValues("$ref").forEach(reference -> references.add(reference.asString()));

        // Then
        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> {
                    if (reference.startsWith("#")) {
                        assertThat(document.at(reference.substring(1)).isMissingNode()).isFalse();
                    } else {
                        assertThat(Files.exists(Path.of(reference))).isTrue();
                    }
                });
    }

    private JsonNode channel(String address) {
        return document.path("channels")
                .valueStream()
                .filter(channel -> channel.path("address").asString().equals(address))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode resolved(JsonNode reference) {
        return document.at(reference.path("$ref").asString().substring(1));
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
