package dev.laurel.engine.events;

import dev.laurel.engine.document.Section;
import dev.laurel.engine.expressions.Expression;
import dev.laurel.engine.expressions.ExpressionCompiler;
import dev.laurel.engine.expressions.Facts;
import dev.laurel.engine.expressions.Kind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what the events of a program document reverse. */
public final class ReversalReader {

    private ReversalReader() {}

    /** Reads the reversals by the type of the reversing event. */
    public static Map<String, Reversal> read(Section document, EventVocabularies vocabularies) {
        Map<String, Reversal> reversals = new LinkedHashMap<>();
        Section events = document.section("events");
        if (events == null) {
            return reversals;
        }
        Set<String> types = vocabularies.types();
        for (String type : types) {
            Section shape = events.value(type) instanceof Map ? events.section(type) : null;
            if (shape == null || !shape.has(EventShapeReader.REVERSES)) {
                continue;
            }
            Section reverses = shape.section(EventShapeReader.REVERSES);
            Reversal reversal = reverses == null ? null : read(type, reverses, vocabularies);
            if (reversal != null) {
                reversals.put(type, reversal);
            }
        }
        reversals.values().stream()
                .filter(reversal -> reversals.containsKey(reversal.of()))
                .forEach(reversal ->
                        events.problem(
                                reversal.type(),
                                "Expected it to reverse events that reverse nothing themselves, but '%s' does."
                                        .formatted(reversal.of())));
        return reversals;
    }

    private static @Nullable Reversal read(
            String type, Section reverses, EventVocabularies vocabularies) {
        reverses.words(Set.of("event", "by", "share"), Set.of("lines"));
        String of = reverses.reference("event", "event type", vocabularies.types());
        String text = reverses.requiredText("by");
        Expression by =
                text == null
                        ? null
                        : vocabularies
                                .compiler(type)
                                .expression(
                                        inEvent(text, vocabularies.shape(type)),
                                        Kind.ID,
                                        Facts.NONE,
                                        reverses.place("by"),
                                        reverses.problems());
        String share = reverses.expression("share");
        Portion portion =
                of == null || share == null
                        ? null
                        : portion(share, type, of, reverses, vocabularies);
        return of == null || by == null ? null : new Reversal(type, of, by, portion);
    }

    private static @Nullable Portion portion(
            String text, String type, String of, Section reverses, EventVocabularies vocabularies) {
        Portion.Shapes shapes =
                Portion.Shapes.of(
                        vocabularies.shape(type),
                        java.util.Objects.requireNonNull(vocabularies.schemas().get(type)),
                        vocabularies.shape(of));
        Expression share =
                new ExpressionCompiler(shapes.vocabulary())
                        .expression(
                                text,
                                Kind.NUMBER,
                                Facts.NONE,
                                reverses.place("share"),
                                reverses.problems());
        return share == null ? null : new Portion(share, shapes);
    }

    /** Here {@code data.purchase} may stand for {@code event.data.purchase}. */
    private static String inEvent(String text, EventShape shape) {
        return text.startsWith("data.") && !shape.fields().isEmpty() ? "event." + text : text;
    }
}
