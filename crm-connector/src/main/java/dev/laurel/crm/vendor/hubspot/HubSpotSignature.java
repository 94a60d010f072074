package dev.laurel.crm.vendor.hubspot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HubSpot's signature, version 3: HMAC-SHA256 with the app's client secret over method, address,
 * body and timestamp, in Base64. The older versions are plain digests and are not taken.
 */
final class HubSpotSignature {

    /** How old a request may be, and how far ahead the clock of HubSpot. */
    static final Duration WINDOW = Duration.ofMinutes(5);

    private static final String TIMESTAMP = "[0-9]{1,15}";

    /** What HubSpot's documentation wants to be decoded in the address. */
    private static final Map<String, String> DECODED =
            Map.ofEntries(
                    Map.entry("%3A", ":"),
                    Map.entry("%2F", "/"),
                    Map.entry("%3F", "?"),
                    Map.entry("%40", "@"),
                    Map.entry("%21", "!"),
                    Map.entry("%24", "$"),
                    Map.entry("%27", "'"),
                    Map.entry("%28", "("),
                    Map.entry("%29", ")"),
                    Map.entry("%2A", "*"),
                    Map.entry("%2C", ","),
                    Map.entry("%3B", ";"));

    private final byte[] secret;

    HubSpotSignature(String secret) {
        this.secret = secret.getBytes(UTF_8);
    }

    /** Whether a timestamp, milliseconds in decimal digits, is within the window around now. */
    static boolean isTimely(String timestamp, Instant now) {
        return timestamp.matches(TIMESTAMP)
                && Duration.between(Instant.ofEpochMilli(Long.parseLong(timestamp)), now)
                                .abs()
                                .compareTo(WINDOW)
                        <= 0;
    }

    /**
     * Whether a request is signed. HubSpot's documentation decodes the address and its own client
     * does not: both are taken, and how long it takes to say so tells nothing of what is right.
     */
    boolean isRight(String signature, String method, URI url, byte[] body, String timestamp) {
        byte[] given = signature.getBytes(UTF_8);
        boolean right = false;
        for (String address : addresses(url)) {
            byte[] expected = sign(method, address, body, timestamp).getBytes(UTF_8);
            right |= MessageDigest.isEqual(expected, given);
        }
        return right;
    }

    String sign(String method, String address, byte[] body, String timestamp) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update((method + address).getBytes(UTF_8));
            mac.update(body);
            mac.update(timestamp.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK can't sign with HMAC-SHA256.", e);
        }
    }

    private static List<String> addresses(URI url) {
        String written = url.toString();
        String decoded = written;
        for (Map.Entry<String, String> each : DECODED.entrySet()) {
            decoded = decoded.replaceAll("(?i)" + each.getKey(), quoted(each.getValue()));
        }
        List<String> addresses = new ArrayList<>(List.of(written));
        if (!decoded.equals(written)) {
            addresses.add(decoded);
        }
        return addresses;
    }

    private static String quoted(String replacement) {
        return Matcher.quoteReplacement(replacement);
    }
}
