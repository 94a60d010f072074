package dev.laurel.benchmarks.workload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WorkloadTest {

    private static final String PURCHASE =
            """
            {"specversion":"1.0","id":"1","source":"/shop","type":"purchase","subject":"ann",\
            "time":"2011-01-01T08:00:00Z","datacontenttype":"application/json",\
            "data":{"amount":12.90,"items":[]}}\
            """;
    private static final String RETURN =
            PURCHASE.replace("\"purchase\"", "\"return\"").replace("\"id\":\"1\"", "\"id\":\"2\"");

    private final Workload workload = Workload.of(List.of(PURCHASE, RETURN));

    @Test
    void repeatsTheHistoryUnderNewIdsAndMembers() {
        // When
        List<WorkloadEvent> events = workload.events("run", 3);

        // Then
        assertThat(events)
                .extracting(WorkloadEvent::id)
                .containsExactly("run0-1", "run0-2", "run1-1");
        assertThat(events)
                .extracting(WorkloadEvent::member)
                .containsExactly("run0-ann", "run0-ann", "run1-ann");
    }

    @Test
    void givesTheSameEventsForTheSameName() {
        assertThat(workload.events("run", 5)).isEqualTo(workload.events("run", 5));
    }

    @Test
    void writesEventsAsTheyWereButForIdAndMember() {
        // When
        JsonNode body =
                JsonMapper.shared()
                        .readTree(new String(Workload.batch(workload.events("run", 2)), UTF_8));

        // Then
        String expected = PURCHASE.replace("\"1\"", "\"run0-1\"").replace("ann", "run0-ann");
        assertThat(body.size()).isEqualTo(2);
        assertThat(body.get(0)).isEqualTo(JsonMapper.shared().readTree(expected));
    }

    @Test
    void keysRecordsByProgramAndMember() {
        // When
        ProducerRecord<byte[], byte[]> record =
                workload.events("run", 1)
                        .getFirst()
                        .toRecord("club", Instant.parse("2026-01-01T00:00:00Z"));

        // Then
        assertThat(new String(record.key(), UTF_8)).isEqualTo("club/run0-ann");
        assertThat(record.headers().lastHeader("ce_laurelimport").value())
                .isEqualTo("true".getBytes(UTF_8));
    }

    @Test
    void countsOneStarPerFullPound() {
        assertThat(workload.events("run", 2))
                .extracting(WorkloadEvent::stars)
                .containsExactly(12L, -12L);
    }

    @Test
    void givesEveryFirstPurchaseAMemberOfItsOwn() {
        assertThat(workload.firstPurchases("sample", 2))
                .extracting(WorkloadEvent::member, WorkloadEvent::stars)
                .containsExactly(tuple("sample-0", 12L), tuple("sample-1", 12L));
    }

    @Test
    void refusesAnEmptyHistory() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Workload.of(List.of()))
                .withMessageContaining("there were none");
    }
}
