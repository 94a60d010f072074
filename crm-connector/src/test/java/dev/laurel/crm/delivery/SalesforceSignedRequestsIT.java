package dev.laurel.crm.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.laurel.sandbox.contacts.Contacts;
import dev.laurel.sandbox.http.Vendor;
import dev.laurel.sandbox.salesforce.SalesforceSandbox;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Salesforce with a key in place of a secret; the sandbox verifies what is signed. */
@ExtendWith(OutputCaptureExtension.class)
class SalesforceSignedRequestsIT extends RunningDelivery {

    private static final String STARS = "Laurel_Stars_Available__c";
    private static final String USER = "integration@acme.example";
    private static final KeyPair KEY = newKey();
    private static final String ENCODED =
            Base64.getEncoder().encodeToString(KEY.getPrivate().getEncoded());

    private final SalesforceSandbox salesforce = new SalesforceSandbox("laurel-app", "unused");

    SalesforceSignedRequestsIT() {
        super("salesforce", credentials(ENCODED));
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** As files have it, with line breaks. */
    private static String credentials(String encoded) {
        return """
        {"clientId": "laurel-app", "username": "%s",
         "privateKey": "-----BEGIN PRIVATE KEY-----\\n%s\\n-----END PRIVATE KEY-----\\n"}
        """
                .formatted(USER, encoded.replaceAll("(.{64})", "$1\\\\n"));
    }

    @Override
    protected Vendor vendor() {
        salesforce.approve(USER, KEY.getPublic());
        return salesforce;
    }

    @Override
    protected Contacts contacts() {
        return salesforce.contacts();
    }

    @Override
    protected String emailField() {
        return "Email";
    }

    @BeforeEach
    void hasProvisioned() {
        assertThat(salesforce.sessions().granted()).isPositive();
    }

    @Test
    void writesForTheUserThatIsNamed(CapturedOutput output) {
        // Given
        String contact = contact("ann");

        // When
        book("ann", 120);

        // Then
        awaitField(contact, STARS, "120");
        assertThat(connections().get("/crm").body().at("/credentials").toString())
                .isEqualTo("[\"clientId\",\"privateKey\",\"username\"]");
        String secret = ENCODED.substring(100, 160);
        assertThat(output.getAll()).doesNotContain(secret);
        assertThat(connections().get("/crm").body().toString()).doesNotContain(secret);
    }

    @Test
    void aUserWhoIsNotApprovedAnyMoreStopsTheConnectionVisiblyAndLosesNothing() {
        // Given
        String contact = contact("ann");
        salesforce.disapprove(USER);
        salesforce.expireTokens();

        // When
        book("ann", 7);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(status().toString())
                                .contains("\"denied\"")
                                .contains("hasn't approved this consumer"));
        salesforce.approve(USER, KEY.getPublic());

        // Then
        awaitField(contact, STARS, "7");
    }

    @Test
    void anotherKeyThanTheCertificatesIsRefused() {
        // When
        salesforce.approve(USER, newKey().getPublic());
        salesforce.expireTokens();
        ConnectionApi.Answer test = connections().post("/crm/test");

        // Then
        assertThat(test.status()).isEqualTo(409);
        assertThat(test.body().toString()).contains("invalid assertion");
    }

    @Test
    void whatIsNoKeyIsRefusedWithoutBeingRepeated() {
        // When
        ConnectionApi.Answer answer =
                connections()
                        .put(
                                "/crm",
                                "\"1\"",
                                """
                                {"kind": "salesforce", "url": "%s", "credentials": %s}
                                """
                                        .formatted(
                                                server().url(),
                                                credentials("bm8tc3VjaC1rZXktNQ==")));

        // Then
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().path("errors").findValuesAsString("pointer"))
                .containsExactly("/credentials/privateKey");
        assertThat(answer.body().toString())
                .contains("PKCS #8")
                .doesNotContain("bm8tc3VjaC1rZXktNQ");
    }
}
