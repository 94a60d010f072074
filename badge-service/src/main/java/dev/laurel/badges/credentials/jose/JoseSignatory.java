package dev.laurel.badges.credentials.jose;

import dev.laurel.badges.credentials.Issuer;
import dev.laurel.badges.credentials.PublicKey;
import dev.laurel.badges.credentials.Signatory;
import dev.laurel.badges.credentials.jdbc.SigningKey;
import dev.laurel.badges.credentials.jdbc.SigningKeys;
import dev.laurel.badges.secrets.SecretBox;
import dev.laurel.badges.secrets.SecretBox.CannotOpen;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Signs with keys from the database that are sealed there. */
final class JoseSignatory implements Signatory {

    private static final TypeReference<Map<String, Object>> JWK = new TypeReference<>() {};

    private final Issuer issuer;
    private final SigningKeys keys;
    private final @Nullable SecretBox box;
    private final Duration lifetime;
    private final KeyKind kind;
    private final JsonMapper json;
    private final Clock clock;
    private volatile @Nullable Opened opened;

    JoseSignatory(
            Issuer issuer,
            SigningKeys keys,
            @Nullable SecretBox box,
            Duration lifetime,
            KeyKind kind,
            JsonMapper json,
            Clock clock) {
        this.issuer = issuer;
        this.keys = keys;
        this.box = box;
        this.lifetime = lifetime;
        this.kind = kind;
        this.json = json;
        this.clock = clock;
    }

    /** The key that signs, opened. */
    private record Opened(String id, String algorithm, PublicJsonWebKey key) {}

    @Override
    public String sign(Map<String, Object> payload) throws NoKeyException {
        Opened signing = open(newest());
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(signing.algorithm());
        signature.setKeyIdHeaderValue(issuer.keyUrl(signing.id()));
        signature.setHeader("typ", "JWT");
        signature.setKey(signing.key().getPrivateKey());
        signature.setPayload(json.writeValueAsString(payload));
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("Expected to sign, but can't.", e);
        }
    }

    @Override
    public List<PublicKey> keys() throws NoKeyException {
        List<SigningKey> all = keys.all();
        List<SigningKey> found = all.isEmpty() ? List.of(newest()) : all;
        return found.stream().map(this::published).toList();
    }

    @Override
    public PublicKey rotate() throws NoKeyException {
        Instant now = clock.instant();
        return published(newest(key -> key.createdAt().isAfter(now)));
    }

    private PublicKey published(SigningKey key) {
        return new PublicKey(key.id(), json.readValue(key.publicJwk(), JWK));
    }

    /** The newest key while it may sign, else a new one. */
    private SigningKey newest() throws NoKeyException {
        Instant oldest = clock.instant().minus(lifetime);
        return newest(
                key -> key.createdAt().isAfter(oldest) && key.algorithm().equals(kind.algorithm()));
    }

    private SigningKey newest(Predicate<SigningKey> willDo) throws NoKeyException {
        SecretBox sealing = box;
        if (sealing == null) {
            throw new NoKeyException(
                    "Expected laurel.badges.secret-key to open signing keys with, but there is none.");
        }
        return keys.newest()
                .filter(willDo)
                .orElseGet(() -> keys.newest(willDo, () -> make(sealing)));
    }

    private SigningKey make(SecretBox sealing) {
        try {
            PublicJsonWebKey key = kind.make();
            String id = key.calculateBase64urlEncodedThumbprint("SHA-256");
            return new SigningKey(
                    id,
                    kind.algorithm(),
                    key.toJson(OutputControlLevel.PUBLIC_ONLY),
                    sealing.seal(place(id), key.toJson(OutputControlLevel.INCLUDE_PRIVATE)),
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
        } catch (JoseException e) {
            throw new IllegalStateException("Expected to make a key, but can't.", e);
        }
    }

    private Opened open(SigningKey key) throws NoKeyException {
        Opened last = opened;
        if (last != null && last.id().equals(key.id())) {
            return last;
        }
        SecretBox sealing = box;
        if (sealing == null) {
            throw new NoKeyException(
                    "Expected a key to open signing keys with, but there is none.");
        }
        try {
            String jwk = sealing.open(place(key.id()), key.sealedJwk());
            Opened fresh =
                    new Opened(
                            key.id(), key.algorithm(), PublicJsonWebKey.Factory.newPublicJwk(jwk));
            opened = fresh;
            return fresh;
        } catch (CannotOpen | JoseException e) {
            throw new NoKeyException(
                    "Expected the laurel.badges.secret-key that key %s was sealed with, but it is another."
                            .formatted(key.id()));
        }
    }

    private static String place(String key) {
        return "signing-key/" + key;
    }
}
