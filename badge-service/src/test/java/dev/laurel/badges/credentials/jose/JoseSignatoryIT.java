package dev.laurel.badges.credentials.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.badges.RunningBadgeService;
import dev.laurel.badges.credentials.Issuer;
import dev.laurel.badges.credentials.PublicKey;
import dev.laurel.badges.credentials.Signatory;
import dev.laurel.badges.credentials.Signatory.NoKeyException;
import dev.laurel.badges.credentials.jdbc.SigningKeys;
import dev.laurel.badges.secrets.SecretBox;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

class JoseSignatoryIT extends RunningBadgeService {

    private static final Map<String, Object> PAYLOAD = Map.of("iss", "somebody");

    @Autowired private SigningKeys keys;
    @Autowired private Signatory signatory;
    @Autowired private Issuer issuer;

    /** Others would sign with it, too: all tests share the database. */
    @AfterEach
    void removeTheKeyOfTomorrow() {
        jdbc.sql("DELETE FROM signing_key WHERE created_at > now()").update();
    }

    @Test
    void signsNothingWithoutASecretKey() {
        // Given
        Signatory without = signatory(null, Duration.ofDays(365), Clock.systemUTC());

        // Then
        assertThatThrownBy(() -> without.sign(PAYLOAD))
                .isInstanceOf(NoKeyException.class)
                .hasMessageContaining("laurel.badges.secret-key");
    }

    @Test
    void signsNothingWithAnotherSecretKeyButStillTellsTheOldKeys() throws NoKeyException {
        // Given
        signatory.sign(PAYLOAD);
        Signatory other =
                signatory(new SecretBox(new byte[32]), Duration.ofDays(365), Clock.systemUTC());

        // Then
        assertThatThrownBy(() -> other.sign(PAYLOAD)).isInstanceOf(NoKeyException.class);
        assertThat(other.keys()).isEqualTo(signatory.keys());
    }

    @Test
    void makesANewKeyWhenTheOldOneHasServedItsTime() throws NoKeyException {
        // Given
        signatory.sign(PAYLOAD);
        PublicKey old = signatory.keys().getFirst();
        Clock afterwards = Clock.offset(Clock.systemUTC(), Duration.ofDays(366));
        SecretBox box =
                new SecretBox(
                        "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));

        // When
        signatory(box, Duration.ofDays(365), afterwards).sign(PAYLOAD);

        // Then
        assertThat(signatory.keys()).contains(old);
        assertThat(signatory.keys().getFirst()).isNotEqualTo(old);
    }

    @Test
    void keepsPrivateKeysUnreadable() throws NoKeyException {
        // Given
        signatory.sign(PAYLOAD);

        // Then
        assertThat(keys.all())
                .allSatisfy(key -> {
                    assertThat(key.publicJwk()).doesNotContain("\"d\"");
                    assertThat(new String(key.sealedJwk(), StandardCharsets.ISO_8859_1))
                            .doesNotContain("\"d\"", "Ed25519");
                });
    }

    private Signatory signatory(@Nullable SecretBox box, Duration lifetime, Clock clock) {
        return new JoseSignatory(issuer, keys, box, lifetime, new JsonMapper(), clock);
    }
}
