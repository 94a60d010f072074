package dev.laurel.badges.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerTest {

    @ParameterizedTest
    @CsvSource({
        "https://Club.example, did:web:club.example",
        "https://club.example:8443, did:web:club.example%3A8443",
        "http://localhost:8080, did:web:localhost%3A8080"
    })
    void isKnownByItsHost(URI url, String did) {
        assertThat(new Issuer(url).did()).isEqualTo(did);
    }

    @Test
    void hasAddressesBelowItsOwn() {
        assertThat(new Issuer(URI.create("https://club.example/")).at("/v1/x"))
                .isEqualTo("https://club.example/v1/x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://club.example",
                "https://club.example/loyalty",
                "https://me@club.example",
                "https://club.example?x",
                "club.example",
                "ftp://club.example"
            })
    void isReachedSafelyAndAsAWhole(URI url) {
        assertThatThrownBy(() -> new Issuer(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Expected the issuer as https://host[:port]")
                .hasMessageContaining(url.toString());
    }
}
