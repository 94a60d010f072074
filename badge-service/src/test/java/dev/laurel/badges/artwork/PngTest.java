package dev.laurel.badges.artwork;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngTest {

    private static final String JWT = "eyJh.eyJpc3M.c2ln-_";

    @Test
    void carriesACredentialAsOpenBadgesHasIt() throws IOException {
        // When
        byte[] baked = new Png(png(0x123456)).baked(JWT);

        // Then
        assertThat(PngChunks.texts(baked))
                .containsExactly(
                        Map.of(
                                "keyword", "openbadgecredential",
                                "compressionFlag", "FALSE",
                                "compressionMethod", "0",
                                "languageTag", "",
                                "translatedKeyword", "",
                                "text", JWT));
        assertThat(PngChunks.types(baked))
                .startsWith("IHDR", "iTXt")
                .endsWith("IDAT", "IEND")
                .containsOnlyOnce("iTXt");
    }

    @Test
    void keepsItsPixels() throws IOException {
        // Given
        Png png = new Png(png(0x123456));

        // When
        BufferedImage baked = PngChunks.pixels(png.baked(JWT));

        // Then
        assertThat(PngChunks.ofColour(baked, 0x123456)).isEqualTo(12);
        assertThat(PngChunks.types(png.bytes())).doesNotContain("iTXt");
    }

    @Test
    void otherPixelsHaveAnotherDigest() throws IOException {
        assertThat(new Png(png(1)).digest())
                .isEqualTo(new Png(png(1)).digest())
                .isNotEqualTo(new Png(png(2)).digest());
    }

    @Test
    void isAPng() {
        assertThatThrownBy(() -> new Png("<svg/>".repeat(9).getBytes(US_ASCII)))
                .hasMessage("Expected a PNG, but there are 54 bytes that are none.");
    }

    private static byte[] png(int rgb) throws IOException {
        BufferedImage image = new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 12; i++) {
            image.setRGB(i % 4, i / 4, rgb);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
