package dev.laurel.badges.credentials.jose;

import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** What credentials are signed by. */
enum KeyKind {
    /** Ed25519 (RFC 8037). */
    EDDSA(AlgorithmIdentifiers.EDDSA) {
        @Override
        PublicJsonWebKey make() throws JoseException {
            return OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
        }
    },
    /** ECDSA on P-256 (RFC 7518, section 3.4), which more validators take. */
    ES256(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256) {
        @Override
        PublicJsonWebKey make() throws JoseException {
            return EcJwkGenerator.generateJwk(EllipticCurves.P256);
        }
    };

    private final String algorithm;

    KeyKind(String algorithm) {
        this.algorithm = algorithm;
    }

    /** A key of this kind that nobody else has. */
    abstract PublicJsonWebKey make() throws JoseException;

    /** As tokens call it. */
    String algorithm() {
        return algorithm;
    }
}
