package dev.laurel.crm.vendor.salesforce;

import dev.laurel.crm.connections.Credentials;
import dev.laurel.crm.connections.SigningKey;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * Signed requests for tokens, by RFC 7523 as Salesforce has it: the app's consumer key asks for the
 * user that the app has been approved for.
 */
final class SalesforceAssertion {

    static final String PRODUCTION = "https://login.salesforce.com";

    /** Salesforce takes three minutes at most, by its own clock. */
    private static final Duration LIFE = Duration.ofMinutes(2);

    private final String clientId;
    private final String username;
    private final String audience;
    private final PrivateKey key;
    private final Clock clock;

    SalesforceAssertion(Credentials credentials, Clock clock) {
        this.clientId = credentials.require("clientId");
        this.username = credentials.require("username");
        this.audience = credentials.get(Credentials.AUDIENCE, PRODUCTION);
        this.key =
                SigningKey.of(credentials.require(Credentials.PRIVATE_KEY))
                        .orElseThrow(
                                () -> new IllegalStateException("Expected " + SigningKey.EXPECTED));
        this.clock = clock;
    }

    String sign() {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(clientId);
        claims.setSubject(username);
        claims.setAudience(audience);
        claims.setExpirationTime(
                NumericDate.fromSeconds(clock.instant().plus(LIFE).getEpochSecond()));
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setKey(key);
        signature.setPayload(claims.toJson());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("A request for a token could not be signed", e);
        }
    }
}
