package dev.laurel.crm.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class SecretKeyPropertiesTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @Test
    void takesEmptyForNone() {
        // When
        SecretKeyProperties none = new SecretKeyProperties(" ", null);

        // Then
        assertThat(none.key()).isNull();
        assertThat(none.previousKey()).isNull();
    }

    @Test
    void readsBothAndSaysNeither() {
        // When
        SecretKeyProperties both = new SecretKeyProperties(KEY, KEY + "\n");

        // Then
        assertThat(both.key()).hasSize(32);
        assertThat(both.previousKey()).hasSize(32);
        assertThat(both.toString()).doesNotContain(KEY);
    }

    @Test
    void refusesWhatIsNoKey() {
        assertThatThrownBy(() -> new SecretKeyProperties("!", null))
                .hasMessage("Expected laurel.crm.secret-key in Base64, but it is not.");
        assertThatThrownBy(() -> new SecretKeyProperties(KEY, "QUJD"))
                .hasMessageStartingWith(
                        "Expected laurel.crm.previous-secret-key with 32 bytes in Base64");
    }
}
