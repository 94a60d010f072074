package dev.laurel.engine.badges;

import dev.laurel.engine.document.Section;
import dev.laurel.engine.expressions.Condition;
import dev.laurel.engine.expressions.ExpressionCompiler;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the {@code badges} of a program document. */
public final class BadgeReader {

    private static final String PREFIX = "metrics.";

    private final ExpressionCompiler compiler;
    private final Set<String> objectMetrics;

    private BadgeReader(ExpressionCompiler compiler, Set<String> objectMetrics) {
        this.compiler = compiler;
        this.objectMetrics = objectMetrics;
    }

    /**
     * Reads them.
     *
     * @param compiler for conditions over metrics
     * @param objectMetrics ids of the metrics that have one value for each object
     */
    public static List<Badge> read(
            Section document, ExpressionCompiler compiler, Set<String> objectMetrics) {
        BadgeReader reader = new BadgeReader(compiler, objectMetrics);
        Set<String> taken = new HashSet<>();
        List<Badge> badges = new ArrayList<>();
        for (Section section : document.sections("badges")) {
            Badge badge = reader.read(section, taken);
            if (badge != null) {
                badges.add(badge);
            }
        }
        return badges;
    }

    private @Nullable Badge read(Section section, Set<String> taken) {
        section.words(
                Set.of("id", "name", "description", "when", "times", "revocable"),
                Set.of("image", "criteria", "audience"));
        String id = section.newId(taken);
        String name = section.text("name");
        String description = section.text("description");
        boolean revocable = section.flag("revocable", true);
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
        return id == null
                ? null
                : new Badge(
                        id,
                        name == null ? id : name,
                        description == null ? "" : description,
                        when,
                        metrics,
                        overObjects,
                        perObject,
                        revocable);
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
