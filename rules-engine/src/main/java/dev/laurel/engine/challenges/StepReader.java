package dev.laurel.engine.challenges;

import dev.laurel.engine.challenges.Step.Window;
import dev.laurel.engine.document.Section;
import dev.laurel.engine.document.Texts;
import dev.laurel.engine.expressions.Condition;
import dev.laurel.engine.expressions.ExpressionCompiler;
import dev.laurel.engine.periods.Period;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the {@code steps} of a challenge. */
final class StepReader {

    private static final Set<String> WINDOWS =
            Set.of("challenge", "ever", "day", "week", "month", "quarter", "year");
    private static final Pattern DAYS = Pattern.compile("P([1-9]\\d{0,2})([DW])");
    private static final int MOST_DAYS = 366;

    private final Set<String> metrics;
    private final ExpressionCompiler compiler;
    private final Texts texts;

    StepReader(Set<String> metrics, ExpressionCompiler compiler, Texts texts) {
        this.metrics = metrics;
        this.compiler = compiler;
        this.texts = texts;
    }

    /** Those without problems. */
    List<Step> read(Section challenge) {
        List<Section> sections = challenge.sections("steps");
        Set<String> ids = new HashSet<>();
        List<Step> steps = new ArrayList<>();
        for (Section section : sections) {
            section.words(
                    Set.of("id", "name", "measure", "target", "window", "when"), Set.of("text"));
            texts.read(section, "name");
            Step step = section.has("when") ? known(section, ids) : measured(section, ids);
            if (step != null) {
                steps.add(step);
            }
        }
        if (sections.isEmpty()) {
            challenge.problem("Expected at least one step, but there is none.");
        } else if (sections.size() > Knowledge.MOST_STEPS) {
            challenge.problem(
                    "steps",
                    "Expected at most %d steps, but there are %d."
                            .formatted(Knowledge.MOST_STEPS, sections.size()));
        } else if (steps.size() == sections.size() && steps.stream().allMatch(StepReader::isEver)) {
            challenge.problem(
                    "steps",
                    "Expected a step with `window: challenge`, but none depends on what happens while the challenge is open.");
        }
        return steps;
    }

    private static boolean isEver(Step step) {
        return step instanceof Step.Measured measured && measured.window() instanceof Window.Ever;
    }

    private @Nullable Step known(Section section, Set<String> ids) {
        for (String word : List.of("measure", "target", "window")) {
            if (section.has(word)) {
                section.problem(
                        word,
                        "Expected either '%s' or 'when', but there are both.".formatted(word));
            }
        }
        String id = section.newId(ids);
        String text = section.expression("when");
        Condition when =
                text == null
                        ? null
                        : compiler.condition(text, section.place("when"), section.problems());
        return id == null || when == null ? null : new Step.Known(id, when);
    }

    private @Nullable Step measured(Section section, Set<String> ids) {
        String id = section.newId(ids);
        String metric = section.reference("measure", "metric", metrics);
        BigDecimal target = section.number("target");
        if (!section.has("target")) {
            section.problem("Expected 'target', but it is missing.");
        } else if (target != null && target.signum() <= 0) {
            section.problem("target", "Expected more than 0, but it was %s.".formatted(target));
        }
        Window window = window(section);
        return id == null || metric == null || target == null
                ? null
                : new Step.Measured(id, metric, target.doubleValue(), window);
    }

    private static Window window(Section section) {
        if (section.value("window") instanceof String text && text.startsWith("P")) {
            return rolling(section, text);
        }
        return switch (section.choice("window", WINDOWS, Set.of(), "challenge")) {
            case "challenge" -> new Window.Challenge();
            case "ever" -> new Window.Ever();
            case String period ->
                    new Window.Calendar(Period.valueOf(period.toUpperCase(Locale.ROOT)));
        };
    }

    private static Window rolling(Section section, String text) {
        Matcher matcher = DAYS.matcher(text);
        int days =
                matcher.matches()
                        ? Integer.parseInt(matcher.group(1))
                                * (matcher.group(2).equals("W") ? 7 : 1)
                        : 0;
        if (days < 1 || days > MOST_DAYS) {
            section.problem(
                    "window",
                    "Expected days or weeks such as P30D, at most P%dD, but it was '%s'."
                            .formatted(MOST_DAYS, text));
        }
        return new Window.Rolling(Math.max(days, 1));
    }
}
