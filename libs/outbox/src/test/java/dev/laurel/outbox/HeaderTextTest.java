package dev.laurel.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HeaderTextTest {

    @Test
    void isEmptyWithoutHeaders() {
        assertThat(HeaderText.write(Map.of())).isEmpty();
        assertThat(HeaderText.read("")).isEmpty();
    }

    @Test
    void readsWhatItWrote() {
        // Given
        Map<String, String> headers =
                Map.of(
                        "ce_id",
                        "a=b&c d",
                        "empty",
                        "",
                        "naïve&=",
                        "über\n%+",
                        "content-type",
                        "a/b");

        // When
        String text = HeaderText.write(headers);

        // Then
        assertThat(HeaderText.read(text)).isEqualTo(headers);
    }

    @Test
    void ordersByNameSoThatTheColumnCanBeCompared() {
        assertThat(HeaderText.write(Map.of("b", "2", "a", "1"))).isEqualTo("a=1&b=2");
    }
}
