package dev.laurel.crm.mapping;

import dev.laurel.crm.profiles.ChallengeProgress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** How values are written. */
final class Texts {

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Texts() {}

    static String instant(@Nullable Instant instant) {
        return instant == null ? "" : INSTANT.format(instant);
    }

    /** No longer than a text field, and never half a character at the end. */
    static String cut(String text) {
        if (text.length() <= FieldType.MAX_TEXT) {
            return text;
        }
        int end = FieldType.MAX_TEXT - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
                + "…";
    }

    /** How much of all steps together is done, 0 to 100; 100 only when it is complete. */
    static long percent(ChallengeProgress challenge) {
        if (challenge.completed()) {
            return 100;
        }
        double share =
                challenge.steps().stream()
                        .mapToDouble(it ->
                                it.target() <= 0
                                        ? 1
                                        : Math.clamp(it.progress() / it.target(), 0, 1))
                        .average()
                        .orElse(0);
        return Math.min(99, (long) Math.floor(share * 100));
    }
}
