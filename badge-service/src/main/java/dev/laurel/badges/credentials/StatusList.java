package dev.laurel.badges.credentials;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Which of 131072 credentials are revoked, as a credential of its own (W3C Bitstring Status List
 * 1.0). That many, so that whoever fetches a list does not tell which credential is looked at.
 */
public final class StatusList {

    /** Credentials per list: the smallest size that the standard allows. */
    public static final int SIZE = 131_072;

    private StatusList() {}

    /** Where a credential's status is found. */
    static Map<String, Object> entry(Issuer issuer, long position) {
        String list = url(issuer, position / SIZE);
        String index = Long.toString(position % SIZE);
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", list + "#" + index);
        entry.put("type", "BitstringStatusListEntry");
        entry.put("statusPurpose", "revocation");
        entry.put("statusListIndex", index);
        entry.put("statusListCredential", list);
        return entry;
    }

    /**
     * The payload of the list's token.
     *
     * @param number of the list, from 0
     * @param revoked positions in this list, each from 0 to {@link #SIZE} - 1
     * @param now from when on it says so
     */
    public static Map<String, Object> payload(
            Issuer issuer, long number, Collection<Integer> revoked, Instant now) {
        Instant from = now.truncatedTo(ChronoUnit.SECONDS);
        String url = url(issuer, number);
        Map<String, Object> subject = new LinkedHashMap<>();
        subject.put("id", url + "#list");
        subject.put("type", "BitstringStatusList");
        subject.put("statusPurpose", "revocation");
        subject.put("encodedList", encode(revoked));
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("@context", List.of(OpenBadge.CONTEXT));
        payload.put("id", url);
        payload.put("type", List.of("VerifiableCredential", "BitstringStatusListCredential"));
        payload.put("issuer", issuer.did());
        payload.put("validFrom", from.toString());
        payload.put("credentialSubject", subject);
        payload.put("iss", issuer.did());
        payload.put("jti", url);
        payload.put("nbf", from.getEpochSecond());
        payload.put("sub", url + "#list");
        return payload;
    }

    private static String url(Issuer issuer, long number) {
        return issuer.at("/v1/badge-status-lists/" + number);
    }

    /** Gzip of one bit per credential, the first one leftmost; base64url as multibase has it. */
    static String encode(Collection<Integer> revoked) {
        byte[] bits = new byte[SIZE / Byte.SIZE];
        for (int position : revoked) {
            bits[position / Byte.SIZE] |= (byte) (0x80 >> (position % Byte.SIZE));
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
    }
}
