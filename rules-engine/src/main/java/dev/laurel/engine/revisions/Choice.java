package dev.laurel.engine.revisions;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What becomes of the progress in a mechanic whose definition changes. */
public enum Choice {
    /** It goes on under the new definition, and what was awarded stands. */
    KEEP,
    /** It begins at zero; what was awarded stands, and can be earned once more. */
    RESTART,
    /** It is judged by the new definition as if that had always been there. */
    RECOMPUTE;

    /** The word of the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The choice with that word. */
    public static Optional<Choice> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
