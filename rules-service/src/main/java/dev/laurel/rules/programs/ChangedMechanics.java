package dev.laurel.rules.programs;

import static dev.laurel.rules.programs.Choice.KEEP;
import static dev.laurel.rules.programs.Choice.RECOMPUTE;
import static dev.laurel.rules.programs.Choice.RESTART;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the metrics, challenges, streaks and badges that two documents define differently, and what
 * can become of the progress in them: only what is kept can be recomputed, and only numbers that
 * mean the same can be kept. Texts for people are no difference. Tolerant: a draft may be anything.
 */
final class ChangedMechanics {

    private static final Set<String> TEXTS =
            Set.of("name", "description", "criteria", "story", "hidden", "recommendedFor", "image");

    /** What decides which events count for a challenge. */
    private static final List<String> ENTRY = List.of("open", "audience", "enrolment", "order");

    /** What decides which periods of a streak are active. */
    private static final List<String> ACTIVITY =
            List.of("on", "when", "for", "restore", "timeZone");

    private ChangedMechanics() {}

    /** Those that both documents have, in the newer one's order. */
    static List<ChangedMechanic> between(Map<String, Object> older, Map<String, Object> newer) {
        List<ChangedMechanic> changed = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Section section = new Section(kind.section);
            for (Map<String, Object> part : section.parts(newer)) {
                String id = String.valueOf(part.get("id"));
                Optional<Map<String, Object>> before = section.part(older, id);
                if (before.isPresent() && !untitled(before.get()).equals(untitled(part))) {
                    changed.add(
                            new ChangedMechanic(
                                    kind.word + ":" + id, kind.choices(before.get(), part)));
                }
            }
        }
        return changed;
    }

    private enum Kind {
        METRIC("metric", "metrics"),
        CHALLENGE("challenge", "challenges"),
        STREAK("streak", "streaks"),
        BADGE("badge", "badges");

        private final String word;
        private final String section;

        Kind(String word, String section) {
            this.word = word;
            this.section = section;
        }

        List<Choice> choices(Map<String, Object> older, Map<String, Object> newer) {
            return switch (this) {
                case METRIC ->
                        aggregate(older).equals(aggregate(newer))
                                        && older.containsKey("per") == newer.containsKey("per")
                                ? List.of(KEEP, RESTART)
                                : List.of(RESTART);
                case CHALLENGE -> ofChallenge(older, newer);
                case STREAK -> ofStreak(older, newer);
                case BADGE ->
                        differ(older, newer, List.of("times"))
                                ? List.of(KEEP)
                                : List.of(KEEP, RECOMPUTE);
            };
        }
    }

    /** What a metric does with values, such as {@code sum}. */
    private static String aggregate(Map<String, Object> metric) {
        String value = String.valueOf(metric.get("value"));
        int bracket = value.indexOf('(');
        return bracket < 0 ? value : value.substring(0, bracket).strip();
    }

    private static List<Choice> ofChallenge(Map<String, Object> older, Map<String, Object> newer) {
        if (!calendar(older).equals(calendar(newer))) {
            return List.of(RESTART);
        }
        boolean places = older.containsKey("winners") || newer.containsKey("winners");
        if (places || isForTeams(older) || isForTeams(newer)) {
            return List.of(KEEP);
        }
        // Of a sequence old moments are put together by what the targets were.
        boolean known =
                !"sequence".equals(newer.get("order"))
                        && !differ(older, newer, ENTRY)
                        && measures(older).containsAll(measures(newer));
        return known ? List.of(KEEP, RESTART, RECOMPUTE) : List.of(KEEP, RESTART);
    }

    /**
     * Teams have progress of their own, which no choice reaches, and so do lists of who was first;
     * members keep what they got.
     */
    private static boolean isForTeams(Map<String, Object> challenge) {
        return "team".equals(challenge.get("by"));
    }

    /** What occurrences of a challenge are numbered by, empty where there is one only. */
    private static String calendar(Map<String, Object> challenge) {
        Object repeat = challenge.getOrDefault("repeat", "never");
        return repeat.equals("never") || repeat.equals("unlimited") ? "" : repeat.toString();
    }

    /** What is counted for its steps. */
    private static Set<List<Object>> measures(Map<String, Object> challenge) {
        return new Section("steps")
                .parts(challenge).stream()
                        .filter(step -> step.containsKey("measure"))
                        .map(step ->
                                List.of(
                                        Objects.requireNonNullElse(step.get("measure"), ""),
                                        step.getOrDefault("window", "challenge")))
                        .filter(measure -> !measure.get(1).equals("ever"))
                        .collect(Collectors.toSet());
    }

    private static List<Choice> ofStreak(Map<String, Object> older, Map<String, Object> newer) {
        if (differ(older, newer, List.of("every"))) {
            return List.of(RESTART);
        }
        return differ(older, newer, ACTIVITY)
                ? List.of(KEEP, RESTART)
                : List.of(KEEP, RESTART, RECOMPUTE);
    }

    private static boolean differ(
            Map<String, Object> older, Map<String, Object> newer, List<String> words) {
        return words.stream().anyMatch(word -> !Objects.equals(older.get(word), newer.get(word)));
    }

    /** A part without texts for people. */
    private static Map<String, @Nullable Object> untitled(Map<?, ?> part) {
        Map<String, @Nullable Object> rest = new HashMap<>();
        part.forEach((word, value) -> {
            if (!TEXTS.contains(String.valueOf(word))) {
                rest.put(String.valueOf(word), value instanceof List<?> list ? each(list) : value);
            }
        });
        return rest;
    }

    private static List<@Nullable Object> each(List<?> list) {
        List<@Nullable Object> rest = new ArrayList<>();
        list.forEach(value -> rest.add(value instanceof Map<?, ?> part ? untitled(part) : value));
        return rest;
    }
}
