package dev.laurel.crm.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/** What a contact says, in 64 characters that tell nothing of it. */
final class Digest {

    private Digest() {}

    static String of(MemberPatch patch) {
        // With the length of each part: what is one value can't be taken for two.
        StringBuilder text = new StringBuilder();
        add(text, patch.member());
        new TreeMap<>(patch.changes())
                .forEach((name, value) -> {
                    add(text, name);
                    add(text, value == null ? "" : String.valueOf(value));
                });
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.toString().getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK has no SHA-256.", e);
        }
    }

    private static void add(StringBuilder text, String part) {
        text.append(part.length()).append(':').append(part);
    }
}
