package dev.laurel.cloudevents;

import org.jspecify.annotations.Nullable;

/** Which characters a text may have to survive the way to the database and back. */
final class Texts {

    private Texts() {}

    /** Whether UTF-8 and PostgreSQL can hold it: no U+0000 and no half of a surrogate pair. */
    static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** Whether it has characters that CloudEvents does not allow in attributes. */
    static boolean hasControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** For messages: in quotes and short. */
    static String quoted(@Nullable String text) {
        if (text == null) {
            return "absent";
        }
        return "'" + (text.length() <= 80 ? text : text.substring(0, 80) + "…") + "'";
    }
}
