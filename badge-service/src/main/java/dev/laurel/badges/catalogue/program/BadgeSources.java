package dev.laurel.badges.catalogue.program;

import dev.laurel.badges.catalogue.Badge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds which challenges and streaks of a program give which badges. */
final class BadgeSources {

    private final Map<String, List<Badge.Source>> sources = new HashMap<>();

    private BadgeSources() {}

    /** By badge; those without any are missing. */
    static Map<String, List<Badge.Source>> in(Map<String, Object> document) {
        BadgeSources found = new BadgeSources();
        for (Map<?, ?> challenge : BadgesReader.objects(document.get("challenges"))) {
            found.add("challenge", challenge, challenge.get("award"));
        }
        for (Map<?, ?> streak : BadgesReader.objects(document.get("streaks"))) {
            if (streak.get("milestones") instanceof Map<?, ?> milestones) {
                milestones.values().forEach(award -> found.add("streak", streak, award));
            }
        }
        return found.sources;
    }

    private void add(String kind, Map<?, ?> mechanic, @Nullable Object award) {
        if (mechanic.get("id") instanceof String id
                && award instanceof Map<?, ?> given
                && given.get("badge") instanceof String badge) {
            List<Badge.Source> known = sources.computeIfAbsent(badge, _ -> new ArrayList<>());
            Badge.Source source = new Badge.Source(kind, id);
            if (!known.contains(source)) {
                known.add(source);
            }
        }
    }
}
