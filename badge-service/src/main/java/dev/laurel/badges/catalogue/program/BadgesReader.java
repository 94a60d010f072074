package dev.laurel.badges.catalogue.program;

import dev.laurel.badges.catalogue.Badge;
import dev.laurel.badges.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code badges: [{id, name, description}]}. Published documents are valid; what a later
 * language adds is passed over.
 */
final class BadgesReader {

    private BadgesReader() {}

    static Catalogue read(Map<String, Object> document) {
        List<Badge> badges = new ArrayList<>();
        if (document.get("badges") instanceof List<?> items) {
            for (Object item : items) {
                if (item instanceof Map<?, ?> badge && badge.get("id") instanceof String id) {
                    String name = text(badge, "name");
                    badges.add(new Badge(id, name == null ? id : name, text(badge, "description")));
                }
            }
        }
        return new Catalogue(badges);
    }

    private static @Nullable String text(Map<?, ?> badge, String property) {
        return badge.get(property) instanceof String text ? text : null;
    }
}
