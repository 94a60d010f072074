package dev.laurel.rules.programs;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What becomes of members' progress in a mechanic that a version changes. */
public enum Choice {
    /** It goes on under the new definition, and what was awarded stands. */
    KEEP,
    /** It begins at zero; what was awarded stands, and can be earned once more. */
    RESTART,
    /** It is judged by the new definition as if that had always been there. */
    RECOMPUTE;

    /** The word that requests and answers have for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Choice> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
