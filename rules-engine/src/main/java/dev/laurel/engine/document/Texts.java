package dev.laurel.engine.document;

import java.util.IllformedLocaleException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Texts for people, which a program may give in each of its locales. */
public final class Texts {

    private final Set<String> locales;

    private Texts(Set<String> locales) {
        this.locales = locales;
    }

    /** With the {@code locales} of a program document; the first of them is the default. */
    public static Texts in(Section document) {
        Set<String> locales = new LinkedHashSet<>();
        Object value = document.value("locales");
        if (value == null) {
            return new Texts(locales);
        }
        if (!(value instanceof List<?> list) || list.isEmpty()) {
            document.problem(
                    "locales",
                    "Expected a list of language tags such as [en, de-AT], but it was %s."
                            .formatted(Section.shown(value)));
            return new Texts(locales);
        }
        for (int i = 0; i < list.size(); i++) {
            if (!(list.get(i) instanceof String tag) || !isTag(tag) || !locales.add(tag)) {
                document.problems()
                        .add(
                                document.place("locales").child(i).pointer(),
                                "Expected a language tag of its own such as 'de-AT', but it was %s."
                                        .formatted(Section.shown(list.get(i))));
            }
        }
        return new Texts(locales);
    }

    private static boolean isTag(String tag) {
        try {
            return new Locale.Builder().setLanguageTag(tag).build().toLanguageTag().equals(tag);
        } catch (IllformedLocaleException none) {
            return false;
        }
    }

    /** A text in the default locale, {@code null} when absent: one for all locales, or one each. */
    public @Nullable String read(Section section, String key) {
        if (!(section.value(key) instanceof java.util.Map<?, ?>)) {
            return section.text(key);
        }
        Section texts = section.section(key);
        if (texts == null) {
            return null;
        }
        if (locales.isEmpty()) {
            texts.problem(
                    "Expected one text, as the program has no 'locales', but there are several.");
            return null;
        }
        String first = locales.iterator().next();
        if (!texts.has(first)) {
            texts.problem(
                    "Expected a text for '%s', the first of the program's locales, but it is missing."
                            .formatted(first));
        }
        for (String locale : texts.keys()) {
            if (locales.contains(locale)) {
                texts.text(locale);
            } else {
                texts.unknown(texts.place(locale), "locale", locale, locales);
            }
        }
        return texts.value(first) instanceof String text ? text : null;
    }
}
