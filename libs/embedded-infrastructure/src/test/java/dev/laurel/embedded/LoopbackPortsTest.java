package dev.laurel.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoopbackPortsTest {

    @Test
    void neverGivesAPortTwiceAlthoughNobodyListensYet() {
        // 2,000 of some 14,000 free ones by chance would be certain to contain one twice.
        assertThat(IntStream.range(0, 2_000).map(_ -> LoopbackPorts.free()).boxed().toList())
                .doesNotHaveDuplicates();
    }
}
