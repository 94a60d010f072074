package dev.laurel.badges.credentials.jdbc;

import java.time.Instant;

/**
 * A row of table {@code signing_key}.
 *
 * @param id the key's thumbprint
 * @param algorithm what it signs by, as tokens call it
 * @param publicJwk its public part as JSON
 * @param sealedJwk the whole of it, sealed
 * @param createdAt since when it signs
 */
// The bytes go straight from and to the driver; nobody compares them.
@SuppressWarnings("ArrayRecordComponent")
public record SigningKey(
        String id, String algorithm, String publicJwk, byte[] sealedJwk, Instant createdAt) {}
