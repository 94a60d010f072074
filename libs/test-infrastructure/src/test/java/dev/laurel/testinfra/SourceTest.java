package dev.laurel.testinfra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SourceTest {

    @Test
    void readsBothNames() {
        assertThat(Source.of("embedded")).isEqualTo(Source.EMBEDDED);
        assertThat(Source.of("Containers")).isEqualTo(Source.CONTAINERS);
    }

    @Test
    void refusesAnythingElse() {
        assertThatThrownBy(() -> Source.of("docker"))
                .hasMessage(
                        "Expected laurel.test.infrastructure to be embedded or containers, but got"
                                + " \"docker\".");
    }
}
