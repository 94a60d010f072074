package dev.laurel.badges.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class StatusListTest {

    @Test
    void hasTheFirstCredentialLeftmost() throws IOException {
        // When
        byte[] bits = unpacked(StatusList.encode(List.of(0, 9, StatusList.SIZE - 1)));

        // Then
        assertThat(bits).hasSize(16 * 1024);
        assertThat(bits[0]).isEqualTo((byte) 0b1000_0000);
        assertThat(bits[1]).isEqualTo((byte) 0b0100_0000);
        assertThat(bits[bits.length - 1]).isEqualTo((byte) 0b0000_0001);
        assertThat(sum(bits)).isEqualTo(3);
    }

    @Test
    void goesOnInTheNextListWhenOneIsFull() {
        // Given
        Issuer issuer = new Issuer(URI.create("https://club.example"));

        // Then
        assertThat(StatusList.entry(issuer, StatusList.SIZE - 1))
                .containsEntry("statusListIndex", "131071")
                .containsEntry(
                        "statusListCredential", "https://club.example/v1/badge-status-lists/0");
        assertThat(StatusList.entry(issuer, StatusList.SIZE))
                .containsEntry("statusListIndex", "0")
                .containsEntry("id", "https://club.example/v1/badge-status-lists/1#0");
    }

    private static byte[] unpacked(String list) throws IOException {
        assertThat(list).startsWith("u").doesNotContain("=", "+", "/");
        byte[] packed = Base64.getUrlDecoder().decode(list.substring(1));
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return gzip.readAllBytes();
        }
    }

    private static int sum(byte[] bits) {
        int sum = 0;
        for (byte each : bits) {
            sum += Integer.bitCount(each & 0xFF);
        }
        return sum;
    }
}
