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

    private BadgeReader() {}

    /** Reads them, given what compiles conditions over metrics. */
    public static List<Badge> read(Section document, ExpressionCompiler compiler) {
        Set<String> taken = new HashSet<>();
        List<Badge> badges = new ArrayList<>();
        for (Section section : document.sections("badges")) {
            Badge badge = read(section, taken, compiler);
            if (badge != null) {
                badges.add(badge);
            }
        }
        return badges;
    }

    private static @Nullable Badge read(
            Section section, Set<String> taken, ExpressionCompiler compiler) {
        section.words(
                Set.of("id", "name", "description", "when", "revocable"),
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
        return id == null
                ? null
                : new Badge(
                        id,
                        name == null ? id : name,
                        description == null ? "" : description,
                        when,
                        metrics,
                        revocable);
    }

    private static Set<String> metrics(Condition when) {
        return when.paths().stream()
                .filter(path -> path.startsWith(PREFIX))
                .map(path -> path.substring(PREFIX.length()))
                .collect(Collectors.toSet());
    }
}
