package dev.laurel.crm.vendor.hubspot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HubSpotSignatureTest {

    private static final String SECRET = "yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy";
    private static final URI URL =
            URI.create("https://crm.example.test/hooks/hubspot?tenant=a%20b%2Fc");
    private static final byte[] BODY = "[{\"eventId\":1}]".getBytes(UTF_8);
    private static final String TIMESTAMP = "1796300000000";
    private static final Instant THEN = Instant.ofEpochMilli(1_796_300_000_000L);

    private final HubSpotSignature signature = new HubSpotSignature(SECRET);

    /** The signature was made by HubSpot's own client, @hubspot/api-client 14.0.1. */
    @Test
    void takesWhatHubSpotsOwnClientSigns() {
        // Given
        String theirs = "dhl+ikNJU0ivOutQnp8TFWIL2KNnq0Huh3ccrW+Rh3w=";

        // When
        boolean right = signature.isRight(theirs, "POST", URL, BODY, TIMESTAMP);

        // Then
        assertThat(right).isTrue();
    }

    @Test
    void takesAnAddressThatIsDecodedAsDocumented() {
        // Given
        String decoded =
                signature.sign(
                        "POST",
                        "https://crm.example.test/hooks/hubspot?tenant=a%20b/c",
                        BODY,
                        TIMESTAMP);

        // When
        boolean right = signature.isRight(decoded, "POST", URL, BODY, TIMESTAMP);

        // Then
        assertThat(right).isTrue();
    }

    @Test
    void refusesWhateverIsDifferent() {
        // Given
        String right = signature.sign("POST", URL.toString(), BODY, TIMESTAMP);
        byte[] body = "[{\"eventId\":2}]".getBytes(UTF_8);
        URI url = URI.create("https://crm.example.test/hooks/hubspot");

        // When / Then
        assertThat(signature.isRight(right, "PUT", URL, BODY, TIMESTAMP)).isFalse();
        assertThat(signature.isRight(right, "POST", url, BODY, TIMESTAMP)).isFalse();
        assertThat(signature.isRight(right, "POST", URL, body, TIMESTAMP)).isFalse();
        assertThat(signature.isRight(right, "POST", URL, BODY, "1796300000001")).isFalse();
        assertThat(signature.isRight("", "POST", URL, BODY, TIMESTAMP)).isFalse();
        assertThat(new HubSpotSignature(SECRET + "y").isRight(right, "POST", URL, BODY, TIMESTAMP))
                .isFalse();
    }

    @Test
    void isTimelyForFiveMinutes() {
        // Given
        Duration window = HubSpotSignature.WINDOW;

        // When / Then
        assertThat(HubSpotSignature.isTimely(TIMESTAMP, THEN.plus(window).minusMillis(1))).isTrue();
        assertThat(HubSpotSignature.isTimely(TIMESTAMP, THEN.plus(window))).isTrue();
        assertThat(HubSpotSignature.isTimely(TIMESTAMP, THEN.plus(window).plusMillis(1))).isFalse();
        assertThat(HubSpotSignature.isTimely(TIMESTAMP, THEN.minus(window))).isTrue();
        assertThat(HubSpotSignature.isTimely(TIMESTAMP, THEN.minus(window).minusMillis(1)))
                .isFalse();
        assertThat(HubSpotSignature.isTimely("", THEN)).isFalse();
        assertThat(HubSpotSignature.isTimely("1796300000000.5", THEN)).isFalse();
        assertThat(HubSpotSignature.isTimely("-1796300000000", THEN)).isFalse();
    }
}
