package dev.laurel.badges.credentials.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
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
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

        // When
        signatory(box(), Duration.ofDays(365), afterwards).sign(PAYLOAD);

        // Then
        assertThat(signatory.keys()).contains(old);
        assertThat(signatory.keys().getFirst()).isNotEqualTo(old);
    }

    @Test
    void instancesThatNeedANewKeyAtOnceMakeOne() throws Exception {
        // Given
        Clock afterwards = Clock.offset(Clock.systemUTC(), Duration.ofDays(366));
        signatory.sign(PAYLOAD);
        int before = signatory.keys().size();

        // When
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            Callable<String> signing =
                    () -> signatory(box(), Duration.ofDays(365), afterwards).sign(PAYLOAD);
            threads.invokeAll(Collections.nCopies(4, signing)).forEach(Future::resultNow);
        }

        // Then
        assertThat(signatory.keys()).hasSize(before + 1);
    }

    @Test
    void signsAgainUnderANewSecretOnceThereIsAKeyOfIt() throws NoKeyException {
        // Given
        signatory.sign(PAYLOAD);
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
        Signatory other = signatory(new SecretBox(new byte[32]), Duration.ofDays(365), later);

        // When
        PublicKey fresh = other.rotate();

        // Then
        assertThat(other.sign(PAYLOAD)).isNotEmpty();
        assertThat(other.keys().getFirst()).isEqualTo(fresh);
    }

    @Test
    void signsByP256WhereThatIsWanted() throws Exception {
        // Given
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
        Signatory other =
                new JoseSignatory(
                        issuer,
                        keys,
                        box(),
                        Duration.ofDays(365),
                        KeyKind.ES256,
                        new JsonMapper(),
                        later);

        // When
        JWSObject token = JWSObject.parse(other.sign(PAYLOAD));

        // Then
        PublicKey key = other.keys().getFirst();
        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
        assertThat(token.getHeader().getKeyID()).isEqualTo(issuer.keyUrl(key.id()));
        assertThat(token.verify(new ECDSAVerifier(ECKey.parse(key.jwk())))).isTrue();
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

    /** The one of the running service. */
    private static SecretBox box() {
        return new SecretBox(
                "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
    }

    private Signatory signatory(@Nullable SecretBox box, Duration lifetime, Clock clock) {
        return new JoseSignatory(
                issuer, keys, box, lifetime, KeyKind.EDDSA, new JsonMapper(), clock);
    }
}
