package dev.laurel.badges.artwork.raster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HslPaintsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hsl(0, 100%, 50%) | #ff0000ff",
                "hsl(120, 100%, 25%) | #008000ff",
                "hsl(240deg 100% 50%) | #0000ffff",
                "HSL(-120, 100%, 50%) | #0000ffff",
                "hsl(480, 100%, 25%) | #008000ff",
                "hsl(30, 50%, 40%) | #996633ff",
                "hsla(0, 0%, 100%, 0.5) | #ffffff80",
                "hsl(0 0% 0% / 25%) | #00000040",
                "hsl(0, 900%, 50%) | #ff0000ff",
                "hsl(0, 1.2.3%, 50%) | hsl(0, 1.2.3%, 50%)",
                "#123456 | #123456",
                "url(#a) | url(#a)"
            })
    void writesHueSaturationAndLightnessAsRedGreenAndBlue(String value, String hex) {
        assertThat(HslPaints.asHex(value)).isEqualTo(hex);
    }
}
