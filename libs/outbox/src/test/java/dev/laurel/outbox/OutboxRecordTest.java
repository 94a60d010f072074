package dev.laurel.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OutboxRecordTest {

    private static final byte[] BYTES = {1};

    @Test
    void refusesABlankTopic() {
        assertThatThrownBy(() -> OutboxRecord.of(" ", BYTES, BYTES))
                .hasMessage("Expected the name of a topic, but it was ' '.");
    }

    @Test
    void refusesANegativePartition() {
        assertThatThrownBy(() -> new OutboxRecord("t", -1, BYTES, BYTES, Map.of()))
                .hasMessage("Expected a partition of at least 0, but it was -1.");
    }

    @Test
    void leavesThePartitionToTheKey() {
        assertThat(OutboxRecord.of("t", BYTES, BYTES).partition()).isNull();
    }
}
