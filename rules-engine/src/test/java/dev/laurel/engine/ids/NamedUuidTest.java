package dev.laurel.engine.ids;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NamedUuidTest {

    private static final List<String> LETTERS = List.of("a", "7", "/", "ß", "é", "Ω", "日", "🏆");

    /** Long names and short ones in turn, in any script, as one instance makes them all. */
    @Test
    void isTheDigestOfThePartsInUtf8() throws Exception {
        Random random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            String[] parts = new String[1 + random.nextInt(5)];
            for (int part = 0; part < parts.length; part++) {
                parts[part] = text(random);
            }

            assertThat(NamedUuid.of(parts)).isEqualTo(expected(parts));
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int letters = random.nextBoolean() ? 3 : LETTERS.size();
        int length = random.nextInt(random.nextInt(10) == 0 ? 400 : 20);
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.get(random.nextInt(letters)));
        }
        return text.toString();
    }

    private static UUID expected(String... parts) throws Exception {
        UUID namespace = UUID.fromString("5c9b0f0e-7d0a-4e43-9a5b-6f2f3c1d8e71");
        ByteArrayOutputStream name = new ByteArrayOutputStream();
        name.writeBytes(
                ByteBuffer.allocate(16)
                        .putLong(namespace.getMostSignificantBits())
                        .putLong(namespace.getLeastSignificantBits())
                        .array());
        for (String part : parts) {
            byte[] bytes = part.getBytes(UTF_8);
            name.writeBytes((bytes.length + ":").getBytes(UTF_8));
            name.writeBytes(bytes);
        }
        ByteBuffer hash =
                ByteBuffer.wrap(MessageDigest.getInstance("SHA-1").digest(name.toByteArray()));
        long high = (hash.getLong() & ~0xF000L) | 0x5000L;
        long low = (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
