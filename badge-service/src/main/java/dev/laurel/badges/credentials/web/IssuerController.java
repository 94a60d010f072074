package dev.laurel.badges.credentials.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.laurel.badges.credentials.Credentials;
import dev.laurel.badges.credentials.DidDocument;
import dev.laurel.badges.credentials.Issuer;
import dev.laurel.badges.credentials.PublicKey;
import dev.laurel.badges.credentials.Signatory;
import dev.laurel.badges.credentials.Signatory.NoKeyException;
import dev.laurel.badges.credentials.StatusList;
import dev.laurel.web.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What verifiers ask for: the issuer's keys, and what it has revoked. */
@RestController
class IssuerController {

    private static final CacheControl SHORTLY = CacheControl.maxAge(Duration.ofMinutes(1));
    private static final MediaType DID = MediaType.parseMediaType("application/did+json");
    private static final MediaType TOKEN = MediaType.parseMediaType("application/vc+jwt");

    private final Issuer issuer;
    private final Signatory signatory;
    private final Credentials credentials;
    private final JsonMapper json;
    private final Clock clock;

    IssuerController(
            Issuer issuer,
            Signatory signatory,
            Credentials credentials,
            JsonMapper json,
            Clock clock) {
        this.issuer = issuer;
        this.signatory = signatory;
        this.credentials = credentials;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping("/.well-known/did.json")
    ResponseEntity<byte[]> did() {
        return answer(DID, json.writeValueAsBytes(DidDocument.of(issuer, keys())));
    }

    @GetMapping("/.well-known/jwks.json")
    ResponseEntity<byte[]> jwks() {
        return answer(
                MediaType.APPLICATION_JSON,
                json.writeValueAsBytes(DidDocument.jwks(issuer, keys())));
    }

    @GetMapping("/v1/badge-status-lists/{number}")
    ResponseEntity<byte[]> statusList(@PathVariable long number) {
        Collection<Integer> revoked =
                credentials
                        .revoked(number)
                        .orElseThrow(() ->
                                new Problem(
                                        CredentialProblem.UNKNOWN_STATUS_LIST,
                                        "Expected the number of a list that a credential names, but %d is none."
                                                .formatted(number)));
        try {
            Map<String, Object> list = StatusList.payload(issuer, number, revoked, clock.instant());
            return answer(TOKEN, signatory.sign(list).getBytes(US_ASCII));
        } catch (NoKeyException e) {
            throw NoKey.problem(e);
        }
    }

    /**
     * A new key for the operator, from now on; not routed by the gateway.
     *
     * @param id of the key
     */
    record KeyView(String id) {}

    @PostMapping("/internal/credential-keys")
    KeyView rotate() {
        try {
            return new KeyView(signatory.rotate().id());
        } catch (NoKeyException e) {
            throw NoKey.problem(e);
        }
    }

    private List<PublicKey> keys() {
        try {
            return signatory.keys();
        } catch (NoKeyException e) {
            throw NoKey.problem(e);
        }
    }

    private static ResponseEntity<byte[]> answer(MediaType type, byte[] body) {
        return ResponseEntity.ok()
                .cacheControl(SHORTLY)
                .header("Access-Control-Allow-Origin", "*")
                .contentType(type)
                .body(body);
    }
}
