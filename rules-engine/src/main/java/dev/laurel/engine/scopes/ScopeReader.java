package dev.laurel.engine.scopes;

import dev.laurel.engine.document.Section;
import dev.laurel.engine.expressions.Condition;
import dev.laurel.engine.expressions.ExpressionCompiler;
import dev.laurel.engine.periods.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the words of a mechanic that say when and for whom it is. */
public final class ScopeReader {

    /** The words that it reads. */
    public static final Set<String> WORDS =
            Set.of("valid", "days", "hours", "timeZone", "audience", "control");

    private static final List<String> DAYS =
            Arrays.stream(DayOfWeek.values()).map(Schedule::word).toList();

    private ScopeReader() {}

    /**
     * Reads them.
     *
     * @param mechanic what is read, such as {@code rule:base-earn}
     * @param members compiles expressions over members
     */
    public static Scope read(Section section, String mechanic, ExpressionCompiler members) {
        return new Scope(schedule(section), audience(section, members), control(section, mechanic));
    }

    private static Schedule schedule(Section section) {
        Dates valid = valid(section);
        return new Schedule(
                valid.first(), valid.last(), days(section), hours(section), clock(section));
    }

    private record Dates(@Nullable LocalDate first, @Nullable LocalDate last) {

        static final Dates ALL = new Dates(null, null);

        boolean isSensible() {
            return first == null ? last != null : last == null || !last.isBefore(first);
        }
    }

    /** Reads {@code timeZone}. */
    public static Clock clock(Section section) {
        Set<String> words = Stream.of(Clock.values()).map(Clock::word).collect(Collectors.toSet());
        return section.choice("timeZone", words, Set.of(), Clock.PROGRAM.word())
                        .equals(Clock.MEMBER.word())
                ? Clock.MEMBER
                : Clock.PROGRAM;
    }

    private static Dates valid(Section section) {
        String text = section.text("valid");
        if (text == null) {
            return Dates.ALL;
        }
        String[] sides = text.split("/", -1);
        try {
            if (sides.length == 2) {
                Dates dates = new Dates(side(sides[0]), side(sides[1]));
                if (dates.isSensible()) {
                    return dates;
                }
            }
        } catch (DateTimeException notDays) {
            // the same problem as any other text
        }
        section.problem(
                "valid",
                "Expected a first and a last day such as 2011-11-01/2011-12-24, one of which may be '..', but it was '%s'."
                        .formatted(text));
        return Dates.ALL;
    }

    private static @Nullable LocalDate side(String text) {
        return text.strip().equals("..") ? null : LocalDate.parse(text.strip());
    }

    private static Set<DayOfWeek> days(Section section) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        List<String> words = section.texts("days");
        for (int i = 0; i < words.size(); i++) {
            int day = DAYS.indexOf(words.get(i));
            if (day < 0) {
                section.unknown(section.place("days").child(i), "day", words.get(i), DAYS);
            } else if (!days.add(DayOfWeek.of(day + 1))) {
                section.problem(
                        "days",
                        "Expected each day once, but '%s' is there twice.".formatted(words.get(i)));
            }
        }
        if (section.value("days") instanceof List<?> list && list.isEmpty()) {
            section.problem("days", "Expected at least one day, but there is none.");
        }
        return days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days;
    }

    private static @Nullable Hours hours(Section section) {
        String text = section.text("hours");
        Hours hours = text == null ? null : Hours.read(text);
        if (text != null && hours == null) {
            section.problem(
                    "hours",
                    "Expected hours such as 17:00-19:00 or 22:00-02:00, but it was '%s'."
                            .formatted(text));
        }
        return hours;
    }

    private static Condition audience(Section section, ExpressionCompiler members) {
        String text = section.expression("audience");
        Condition audience =
                text == null
                        ? null
                        : members.condition(text, section.place("audience"), section.problems());
        return audience == null ? Condition.ALWAYS : audience;
    }

    /**
     * Reads {@code control}.
     *
     * @param mechanic such as {@code rule:base-earn}
     */
    public static @Nullable Control control(Section section, String mechanic) {
        String text = section.text("control");
        Control control = text == null ? null : Control.read(mechanic, text);
        if (text != null && control == null) {
            section.problem(
                    "control",
                    "Expected a share such as 10%%, more than 0 and less than 100, but it was '%s'."
                            .formatted(text));
        }
        return control;
    }
}
