package dev.laurel.scoring.requests.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.laurel.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request that is done once.
 *
 * @param program the program that its key belongs to
 * @param key what the caller knows it by, 1 to 255 characters
 * @param path where it was sent to
 */
public record KeyedRequest(String program, String key, String path) {

    /** Name of the header. */
    public static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 255;

    /**
     * Reads the key.
     *
     * @throws Problem when there is none, or one that is too long
     */
    public static KeyedRequest of(String program, HttpServletRequest request) {
        String key = request.getHeader(HEADER);
        if (key == null || key.isBlank() || key.length() > LONGEST) {
            throw new Problem(
                    RequestProblem.KEY_REQUIRED,
                    "Expected a header %s of 1 to %d characters, which makes it safe to send the request again, but %s."
                            .formatted(HEADER, LONGEST, found(key)));
        }
        return new KeyedRequest(program, key, request.getRequestURI());
    }

    /** The id of what the request makes: the same request makes the same. */
    public UUID id(String kind) {
        return UUID.nameUUIDFromBytes((kind + "/" + program + "/" + key).getBytes(UTF_8));
    }

    private static String found(@Nullable String key) {
        if (key == null) {
            return "there was none";
        }
        return key.isBlank() ? "it was empty" : "it had %d".formatted(key.length());
    }
}
