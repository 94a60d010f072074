package dev.laurel.engine.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawsTest {

    @Test
    void fallTheSameForEver() {
        assertThat(Draws.below(1_000_000, "control", "shop", "rule:earn", "alice"))
                .isEqualTo(283_565);
        assertThat(Draws.below(1_000_000, "control", "shop", "rule:earn", "bob"))
                .isEqualTo(701_327);
        assertThat(Draws.below(1_000_000, "control", "shop", "boost:earn", "alice"))
                .isEqualTo(695_370);
    }

    @Test
    void fallEvenly() {
        int[] tenths = new int[10];
        IntStream.range(0, 10_000)
                .forEach(n -> tenths[(int) Draws.below(10, "control", "shop", "m" + n)]++);

        assertThat(tenths)
                .satisfies(counts -> {
                    for (int count : counts) {
                        assertThat(count).isBetween(880, 1_120);
                    }
                });
    }
}
