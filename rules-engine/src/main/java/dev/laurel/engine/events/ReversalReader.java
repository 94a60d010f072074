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
        haveTheSameLines(reversals, events);
        return reversals;
    }

    /** What is kept of an event's lines is kept once, for all that may undo some of them. */
    private static void haveTheSameLines(Map<String, Reversal> reversals, Section events) {
        Map<String, Reversal> firsts = new LinkedHashMap<>();
        for (Reversal reversal : reversals.values()) {
            Reversal first = firsts.get(reversal.of());
            if (reversal.lines() == null) {
                continue;
            }
            if (first == null || first.lines() == null) {
                firsts.put(reversal.of(), reversal);
            } else if (!reversal.lines().isOfSameLines(first.lines())) {
                events.problem(
                        reversal.type(),
                        "Expected the lines of '%s' to be read as by '%s', but 'of' or a field is another one."
                                .formatted(reversal.of(), first.type()));
            }
        }
    }

    private static @Nullable Reversal read(
            String type, Section reverses, EventVocabularies vocabularies) {
        reverses.words(Set.of("event", "by", "share", "lines"), Set.of());
        String of = reverses.reference("event", "event type", vocabularies.types());
        Expression by = by(type, reverses, vocabularies);
        String share = reverses.expression("share");
        Portion portion =
                of == null || share == null
                        ? null
                        : portion(share, type, of, reverses, vocabularies);
        LineShape lines =
                of == null
                        ? null
                        : LineShapeReader.read(
                                reverses, vocabularies.shape(of), vocabularies.shape(type));
        return of == null || by == null ? null : new Reversal(type, of, by, portion, lines);
    }

    /** What gives the id of another event. */
    static @Nullable Expression by(String type, Section section, EventVocabularies vocabularies) {
        String text = section.requiredText("by");
        return text == null
                ? null
                : vocabularies
                        .compiler(type)
                        .expression(
                                inEvent(text, vocabularies.shape(type)),
                                Kind.ID,
                                Facts.NONE,
                                section.place("by"),
                                section.problems());
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
