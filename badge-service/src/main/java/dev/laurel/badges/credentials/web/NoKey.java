package dev.laurel.badges.credentials.web;

import dev.laurel.badges.credentials.Signatory.NoKeyException;
import dev.laurel.web.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the operator why nothing can be signed, and everybody else only that. */
final class NoKey {

    private static final Logger log = LoggerFactory.getLogger(NoKey.class);

    private NoKey() {}

    static Problem problem(NoKeyException e) {
        log.warn("No credential was signed. {}", e.getMessage());
        return new Problem(
                CredentialProblem.NO_CREDENTIAL_KEY,
                "Expected a key to sign credentials with, but this installation has none that it can use.");
    }
}
