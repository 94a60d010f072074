package dev.laurel.web.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class WebConventionsPropertiesTest {

    @Test
    void limitsBodiesToOneMegabyteByDefault() {
        assertThat(bind(Map.of()).maxBody()).isEqualTo(DataSize.ofMegabytes(1));
    }

    @Test
    void readsTheLimit() {
        assertThat(bind(Map.of("laurel.web.max-body", "64KB")).maxBody())
                .isEqualTo(DataSize.ofKilobytes(64));
    }

    @Test
    void refusesALimitThatNothingFitsInto() {
        assertThatThrownBy(() -> bind(Map.of("laurel.web.max-body", "10B")))
                .hasRootCauseMessage(
                        "Expected laurel.web.max-body of at least 1KB, but it was 10B.");
    }

    private static WebConventionsProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("laurel.web", WebConventionsProperties.class);
    }
}
