package dev.laurel.badges.catalogue.program;

import dev.laurel.badges.catalogue.Badge;
import dev.laurel.badges.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code badges: [{id, name, description, criteria, hidden, levels}]}. A level is a badge of
 * its own with the id {@code badge.level}, as decisions call it. Published documents are valid;
 * what a later language adds is passed over.
 */
final class BadgesReader {

    private final LocalTexts texts;
    private final Map<String, List<Badge.Source>> sources;
    private final List<Badge> badges = new ArrayList<>();

    private BadgesReader(LocalTexts texts, Map<String, List<Badge.Source>> sources) {
        this.texts = texts;
        this.sources = sources;
    }

    /**
     * @param languages that the reader understands, as in {@code Accept-Language}
     */
    static Catalogue read(
            String program, Map<String, Object> document, @Nullable String languages) {
        BadgesReader reader =
                new BadgesReader(LocalTexts.of(document, languages), BadgeSources.in(document));
        for (Map<?, ?> badge : objects(document.get("badges"))) {
            reader.add(badge);
        }
        String name = reader.texts.text(document.get("name"));
        return new Catalogue(name == null ? program : name, reader.badges);
    }

    private void add(Map<?, ?> badge) {
        if (!(badge.get("id") instanceof String id)) {
            return;
        }
        String text = texts.text(badge.get("name"));
        String name = text == null ? id : text;
        boolean hidden = Boolean.TRUE.equals(badge.get("hidden"));
        if (badge.get("levels") == null) {
            badges.add(
                    new Badge(
                            id,
                            name,
                            texts.text(badge.get("description")),
                            texts.text(badge.get("criteria")),
                            hidden,
                            Badge.Level.ONLY,
                            sources.getOrDefault(id, List.of())));
            return;
        }
        List<Map<?, ?>> levels = objects(badge.get("levels"));
        for (int i = 0; i < levels.size(); i++) {
            Map<?, ?> level = levels.get(i);
            if (level.get("id") instanceof String levelId) {
                String levelName = texts.text(level.get("name"));
                badges.add(
                        new Badge(
                                id + "." + levelId,
                                levelName == null ? name + ": " + levelId : levelName,
                                either(level, badge, "description"),
                                either(level, badge, "criteria"),
                                hidden,
                                new Badge.Level(i + 1, levels.size()),
                                List.of()));
            }
        }
    }

    /** A text of the level, else that of the badge. */
    private @Nullable String either(Map<?, ?> level, Map<?, ?> badge, String property) {
        String own = texts.text(level.get(property));
        return own == null ? texts.text(badge.get(property)) : own;
    }

    static List<Map<?, ?>> objects(@Nullable Object list) {
        List<Map<?, ?>> objects = new ArrayList<>();
        for (Object element : list instanceof List<?> elements ? elements : List.of()) {
            if (element instanceof Map<?, ?> object) {
                objects.add(object);
            }
        }
        return objects;
    }
}
