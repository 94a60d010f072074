package dev.laurel.gateway.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class MemberViewPropertiesTest {

    @Test
    void waitsTwoSecondsByDefault() {
        assertThat(bind(Map.of()).timeout()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void readsTheTimeout() {
        assertThat(bind(Map.of("laurel.member-view.timeout", "500ms")).timeout())
                .isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void refusesNotToWait() {
        assertThatThrownBy(() -> bind(Map.of("laurel.member-view.timeout", "0s")))
                .rootCause()
                .hasMessageContaining("above 0s");
    }

    private static MemberViewProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("laurel.member-view", MemberViewProperties.class);
    }
}
