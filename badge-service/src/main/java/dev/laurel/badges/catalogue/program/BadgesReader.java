package dev.laurel.badges.catalogue.program;

import dev.laurel.badges.catalogue.Badge;
import dev.laurel.badges.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code badges: [{id, name, description, levels}]}. A level is a badge of its own with the
 * id {@code badge.level}, as decisions call it. Published documents are valid; what a later
 * language adds is passed over.
 */
final class BadgesReader {

    private final @Nullable String locale;
    private final List<Badge> badges = new ArrayList<>();

    private BadgesReader(@Nullable String locale) {
        this.locale = locale;
    }

    static Catalogue read(Map<String, Object> document) {
        BadgesReader reader = new BadgesReader(firstLocale(document));
        for (Map<?, ?> badge : objects(document.get("badges"))) {
            reader.add(badge);
        }
        return new Catalogue(reader.badges);
    }

    private static @Nullable String firstLocale(Map<String, Object> document) {
        return document.get("locales") instanceof List<?> locales
                        && !locales.isEmpty()
                        && locales.getFirst() instanceof String first
                ? first
                : null;
    }

    private void add(Map<?, ?> badge) {
        if (!(badge.get("id") instanceof String id)) {
            return;
        }
        String text = text(badge, "name");
        String name = text == null ? id : text;
        if (badge.get("levels") == null) {
            badges.add(new Badge(id, name, text(badge, "description")));
            return;
        }
        for (Map<?, ?> level : objects(badge.get("levels"))) {
            if (level.get("id") instanceof String levelId) {
                String levelName = text(level, "name");
                String description = text(level, "description");
                badges.add(
                        new Badge(
                                id + "." + levelId,
                                levelName == null ? name + ": " + levelId : levelName,
                                description == null ? text(badge, "description") : description));
            }
        }
    }

    /** One text for all, or that of the program's first locale. */
    private @Nullable String text(Map<?, ?> badge, String property) {
        Object value = badge.get(property);
        Object text =
                value instanceof Map<?, ?> texts && locale != null ? texts.get(locale) : value;
        return text instanceof String found ? found : null;
    }

    private static List<Map<?, ?>> objects(@Nullable Object list) {
        List<Map<?, ?>> objects = new ArrayList<>();
        for (Object element : list instanceof List<?> elements ? elements : List.of()) {
            if (element instanceof Map<?, ?> object) {
                objects.add(object);
            }
        }
        return objects;
    }
}
