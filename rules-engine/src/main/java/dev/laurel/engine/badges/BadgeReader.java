package dev.laurel.engine.badges;

import dev.laurel.engine.document.Section;
import dev.laurel.engine.document.Texts;
import dev.laurel.engine.expressions.Condition;
import dev.laurel.engine.expressions.ExpressionCompiler;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code badges} of a program document. Each level of a badge is a badge of its own,
 * {@code <badge>.<level>}; no other id has a dot.
 */
public final class BadgeReader {

    private static final String PREFIX = "metrics.";

    private final ExpressionCompiler compiler;
    private final Set<String> objectMetrics;
    private final Texts texts;
    private final Set<String> taken = new HashSet<>();
    private final List<Badge> badges = new ArrayList<>();

    private BadgeReader(ExpressionCompiler compiler, Set<String> objectMetrics, Texts texts) {
        this.compiler = compiler;
        this.objectMetrics = objectMetrics;
        this.texts = texts;
    }

    /**
     * Reads them.
     *
     * @param compiler for conditions over metrics
     * @param objectMetrics ids of the metrics that have one value for each object
     * @param texts reads texts for people
     */
    public static List<Badge> read(
            Section document, ExpressionCompiler compiler, Set<String> objectMetrics, Texts texts) {
        BadgeReader reader = new BadgeReader(compiler, objectMetrics, texts);
        document.sections("badges").forEach(reader::read);
        return reader.badges;
    }

    /** Ids of the badges that a challenge can give, without judging them: those without levels. */
    public static Set<String> awardable(Section document) {
        Set<String> ids = new LinkedHashSet<>(document.ids("badges"));
        if (document.value("badges") instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof java.util.Map<?, ?> badge && badge.get("levels") != null) {
                    ids.remove(badge.get("id"));
                }
            }
        }
        return ids;
    }

    private void read(Section section) {
        section.words(
                Set.of(
                        "id",
                        "name",
                        "description",
                        "criteria",
                        "hidden",
                        "when",
                        "levels",
                        "times",
                        "revocable"),
                Set.of("image", "audience"));
        String id = section.newId(taken);
        section.flag("hidden", false);
        boolean revocable = section.flag("revocable", true);
        if (section.has("levels")) {
            readLevels(section, id, revocable);
        } else {
            add(section, id, revocable);
        }
    }

    private void readLevels(Section section, @Nullable String badge, boolean revocable) {
        texts.read(section, "name");
        texts.read(section, "description");
        texts.read(section, "criteria");
        for (String word : List.of("when", "times")) {
            if (section.has(word)) {
                section.problem(
                        word,
                        "Expected either 'levels' or '%s', but there are both.".formatted(word));
            }
        }
        Set<String> levels = new HashSet<>();
        for (Section level : section.sections("levels")) {
            level.words(Set.of("id", "name", "description", "criteria", "when"), Set.of());
            String id = level.newId(levels);
            if (!level.has("when")) {
                level.problem("Expected 'when', but it is missing.");
            }
            add(level, badge == null || id == null ? null : badge + "." + id, revocable);
        }
        if (section.value("levels") instanceof List<?> list && list.isEmpty()) {
            section.problem("levels", "Expected at least one level, but there is none.");
        }
    }

    private void add(Section section, @Nullable String id, boolean revocable) {
        String name = texts.read(section, "name");
        String description = texts.read(section, "description");
        texts.read(section, "criteria");
        String text = section.expression("when");
        Condition when =
                text == null
                        ? null
                        : compiler.condition(text, section.place("when"), section.problems());
        Set<String> metrics = when == null ? Set.of() : metrics(when);
        if (when != null && metrics.isEmpty()) {
            section.problem("when", "Expected a condition over metrics, but it reads none.");
        }
        boolean overObjects = isOverObjects(section, metrics);
        boolean perObject = isPerObject(section, overObjects);
        if (id != null) {
            badges.add(
                    new Badge(
                            id,
                            name == null ? id : name,
                            description == null ? "" : description,
                            when,
                            metrics,
                            overObjects,
                            perObject,
                            revocable));
        }
    }

    private boolean isOverObjects(Section section, Set<String> metrics) {
        long objects = metrics.stream().filter(objectMetrics::contains).count();
        if (objects > 0 && objects < metrics.size()) {
            section.problem(
                    "when",
                    "Expected metrics with `per` only, or none of them, but it reads both kinds.");
        }
        return objects > 0;
    }

    private static boolean isPerObject(Section section, boolean overObjects) {
        boolean perObject =
                section.choice("times", Set.of("once", "per-object"), Set.of(), "once")
                        .equals("per-object");
        if (perObject && !overObjects) {
            section.problem(
                    "times", "Expected a condition over metrics with `per`, but there is none.");
        }
        return perObject;
    }

    private static Set<String> metrics(Condition when) {
        return when.paths().stream()
                .filter(path -> path.startsWith(PREFIX))
                .map(path -> path.substring(PREFIX.length()))
                .collect(Collectors.toSet());
    }
}
