package dev.laurel.engine.metrics;

import dev.laurel.engine.document.Section;
import dev.laurel.engine.events.EventVocabularies;
import dev.laurel.engine.expressions.Condition;
import dev.laurel.engine.expressions.Expression;
import dev.laurel.engine.expressions.Kind;
import dev.laurel.engine.expressions.Measurement;
import dev.laurel.engine.expressions.Trigger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the {@code metrics} of a program document. */
public final class MetricReader {

    private MetricReader() {}

    public static List<Metric> read(Section document, EventVocabularies vocabularies) {
        Set<String> taken = new HashSet<>();
        List<Metric> metrics = new ArrayList<>();
        for (Section section : document.sections("metrics")) {
            Metric metric = read(section, taken, vocabularies);
            if (metric != null) {
                metrics.add(metric);
            }
        }
        return metrics;
    }

    private static @Nullable Metric read(
            Section section, Set<String> taken, EventVocabularies vocabularies) {
        section.words(Set.of("id", "on", "when", "for", "per", "value"), Set.of("window", "name"));
        String id = section.newId(taken);
        if (id != null && id.contains("-")) {
            section.problem(
                    "id",
                    "Expected letters, digits and '_', as expressions call it metrics.<id>, but it was '%s'."
                            .formatted(id));
        }
        String value = section.requiredText("value");
        Trigger trigger = Trigger.read(section, vocabularies.types(), vocabularies::compiler);
        if (trigger == null || value == null) {
            return null;
        }
        Condition when = trigger.when();
        Measurement measurement =
                vocabularies
                        .compiler(trigger.on())
                        .measurement(
                                value, when.facts(), section.place("value"), section.problems());
        return id == null || measurement == null
                ? null
                : new Metric(
                        id,
                        trigger.on(),
                        when,
                        trigger.beneficiary(),
                        per(section, trigger, vocabularies),
                        measurement);
    }

    private static @Nullable Expression per(
            Section section, Trigger trigger, EventVocabularies vocabularies) {
        String text = section.text("per");
        return text == null
                ? null
                : vocabularies
                        .compiler(trigger.on())
                        .expression(
                                text,
                                Kind.ID,
                                trigger.when().facts(),
                                section.place("per"),
                                section.problems());
    }
}
