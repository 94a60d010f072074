package dev.laurel.badges.credentials.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class CredentialPropertiesTest {

    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    @Test
    void hasDefaultsForADevelopersMachine() {
        // When
        CredentialProperties properties = bind(Map.of("laurel.badges.secret-key", " "));

        // Then
        assertThat(properties.issuerUrl()).isEqualTo(URI.create("http://localhost:8080"));
        assertThat(properties.keyLifetime()).isEqualTo(Duration.ofDays(365));
        assertThat(properties.algorithm()).isEqualTo(KeyKind.EDDSA);
        assertThat(properties.key()).isNull();
    }

    @Test
    void neverShowsTheKey() {
        // When
        CredentialProperties properties = bind(Map.of("laurel.badges.secret-key", KEY));

        // Then
        assertThat(properties.key()).hasSize(32);
        assertThat(properties.toString()).contains("a key").doesNotContain(KEY);
    }

    @ParameterizedTest
    @CsvSource({
        "laurel.badges.secret-key, c2hvcnQ=, with 32 bytes in Base64",
        "laurel.badges.secret-key, ???, in Base64",
        "laurel.badges.key-lifetime, 10m, of an hour or more"
    })
    void refusesWhatIsNoUse(String name, String value, String message) {
        assertThatThrownBy(() -> bind(Map.of(name, value)))
                .rootCause()
                .hasMessageStartingWith("Expected " + name)
                .hasMessageContaining(message);
    }

    private static CredentialProperties bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("laurel.badges", CredentialProperties.class);
    }
}
