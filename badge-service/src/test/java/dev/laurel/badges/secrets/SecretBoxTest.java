package dev.laurel.badges.secrets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.laurel.badges.secrets.SecretBox.CannotOpen;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SecretBoxTest {

    private final SecretBox box = new SecretBox(key(1));

    @Test
    void opensWhatItSealed() throws CannotOpen {
        // When
        byte[] sealed = box.seal("club/hs", "pat-1");

        // Then
        assertThat(box.open("club/hs", sealed)).isEqualTo("pat-1");
        assertThat(new String(sealed, ISO_8859_1)).doesNotContain("pat-1");
    }

    @Test
    void neverSealsTheSameTwice() {
        assertThat(box.seal("club/hs", "pat-1")).isNotEqualTo(box.seal("club/hs", "pat-1"));
    }

    @Test
    void opensNothingThatWasMovedDamagedOrSealedWithAnotherKey() {
        // Given
        byte[] sealed = box.seal("club/hs", "pat-1");
        byte[] damaged = sealed.clone();
        damaged[sealed.length - 1] ^= 1;

        // Then
        assertThatThrownBy(() -> box.open("other/hs", sealed)).isInstanceOf(CannotOpen.class);
        assertThatThrownBy(() -> box.open("club/hs", damaged)).isInstanceOf(CannotOpen.class);
        assertThatThrownBy(() -> box.open("club/hs", new byte[3])).isInstanceOf(CannotOpen.class);
        assertThatThrownBy(() -> new SecretBox(key(2)).open("club/hs", sealed))
                .isInstanceOf(CannotOpen.class)
                .hasMessageNotContaining("pat-1");
    }

    private static byte[] key(int fill) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) fill);
        return key;
    }
}
