package dev.laurel.badges.artwork;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;

/**
 * A picture of a badge as pixels, for where SVG is not shown. It carries no credential; with one it
 * is {@link #baked}.
 */
public final class Png {

    /** Of every picture, in pixels. */
    public static final int SIDE = 640;

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    /** Signature and {@code IHDR}, which come first in every PNG and always have this length. */
    private static final int HEADER = SIGNATURE.length + 25;

    private static final String KEYWORD = "openbadgecredential";

    private final byte[] bytes;
    private final String digest;

    /**
     * @param bytes a PNG datastream without a credential
     */
    public Png(byte[] bytes) {
        if (bytes.length < HEADER || !Arrays.equals(bytes, 0, 8, SIGNATURE, 0, 8)) {
            throw new IllegalArgumentException(
                    "Expected a PNG, but there are %d bytes that are none."
                            .formatted(bytes.length));
        }
        this.bytes = bytes.clone();
        this.digest = digest(bytes);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public int length() {
        return bytes.length;
    }

    /** Of the bytes: other pixels have another one. */
    public String digest() {
        return digest;
    }

    /**
     * The picture with a credential in it (Open Badges 3.0, section 5.3.1.1): the only {@code iTXt}
     * chunk of that keyword, right after the header, uncompressed.
     *
     * @param jwt the credential as a compact JSON Web Signature
     */
    public byte[] baked(String jwt) {
        byte[] chunk = chunk("iTXt", KEYWORD + "\0\0\0\0\0" + jwt);
        byte[] baked = Arrays.copyOf(bytes, bytes.length + chunk.length);
        System.arraycopy(chunk, 0, baked, HEADER, chunk.length);
        System.arraycopy(bytes, HEADER, baked, HEADER + chunk.length, bytes.length - HEADER);
        return baked;
    }

    /**
     * Length, type, data and checksum (PNG, sections 5.3 and 11.3.3.4). After the keyword come its
     * end, two zeros for «not compressed», and an empty language tag and translated keyword, each
     * with its end.
     *
     * @param data ASCII
     */
    private static byte[] chunk(String type, String data) {
        byte[] content = (type + data).getBytes(ISO_8859_1);
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ByteArrayOutputStream written = new ByteArrayOutputStream(content.length + 8);
        try (DataOutputStream chunk = new DataOutputStream(written)) {
            chunk.writeInt(data.length());
            chunk.write(content);
            chunk.writeInt((int) checksum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written.toByteArray();
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Expected SHA-256, which every JDK has.", e);
        }
    }
}
