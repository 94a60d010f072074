package dev.laurel.badges.catalogue.program;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Texts of a program in the language that a reader understands best.
 *
 * @param locales the program's locales that are of use, the best first
 */
record LocalTexts(List<String> locales) {

    /**
     * Of a program document.
     *
     * @param languages languages that the reader understands, as in {@code Accept-Language}
     */
    static LocalTexts of(Map<String, Object> document, @Nullable String languages) {
        List<String> known =
                document.get("locales") instanceof List<?> list
                        ? list.stream().map(String::valueOf).toList()
                        : List.of();
        if (known.isEmpty()) {
            return new LocalTexts(known);
        }
        String best = best(known, languages);
        return new LocalTexts(
                best == null ? List.of(known.getFirst()) : List.of(best, known.getFirst()));
    }

    private static @Nullable String best(List<String> known, @Nullable String languages) {
        if (languages == null || languages.isBlank()) {
            return null;
        }
        try {
            String tag = Locale.lookupTag(Locale.LanguageRange.parse(languages), known);
            return tag == null
                    ? null
                    : known.stream().filter(tag::equalsIgnoreCase).findFirst().orElse(null);
        } catch (IllegalArgumentException noLanguages) {
            return null;
        }
    }

    /** One text for all, or the best of several; {@code null} when there is none. */
    @Nullable String text(@Nullable Object value) {
        if (value instanceof Map<?, ?> texts) {
            for (String locale : locales) {
                if (texts.get(locale) instanceof String text) {
                    return text;
                }
            }
            return null;
        }
        return value instanceof String text ? text : null;
    }
}
